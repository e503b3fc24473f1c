using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Release;

/// <summary>Finds the channel of a kind, and where a school's copies go on it.</summary>
internal sealed class ChannelDirectory(ChannelRegistry registry, IOptions<JourneyOptions> options)
{
    public IChannel Of(string kind) => registry.Find(kind) ?? throw new InvalidOperationException($"There is no channel of the kind '{kind}'.");

    /// <remarks>The data folder's own place for copies is made when missing; an address somebody configured is not: it may be a share that is not connected.</remarks>
    public ChannelTarget TargetOf(SchoolId school, ChannelId channel, Delivery delivery) =>
        new(school, channel, delivery.Address.Length > 0 ? delivery.Address : Directory.CreateDirectory(Path.Combine(options.Value.ReleasedFolder, channel.Value)).FullName, delivery.Subfolder);
}
