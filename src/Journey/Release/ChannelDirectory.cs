using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Release;

/// <summary>Finds the channel of a kind, and where a school's copies go on it.</summary>
internal sealed class ChannelDirectory(ChannelRegistry registry, IOptions<JourneyOptions> options)
{
    public IChannel Of(string kind) => registry.Find(kind) ?? throw new InvalidOperationException($"There is no channel of the kind '{kind}'.");

    /// <remarks>The data folder's own place is made when missing; an address of somebody else's that is missing may be an unmounted one, and is left to fail.</remarks>
    public ChannelTarget TargetOf(SchoolId school, ChannelId channel, Delivery delivery)
    {
        var address = delivery.Address;
        if (address.Length == 0)
        {
            address = Directory.CreateDirectory(Path.Combine(options.Value.ReleasedFolder, channel.Value)).FullName;
        }

        return new ChannelTarget(school, channel, address, delivery.Subfolder);
    }
}
