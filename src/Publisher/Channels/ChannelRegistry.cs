namespace MediaGuard.Publisher.Channels;

/// <summary>The kinds of channel this program can serve, by the name a school's policy uses.</summary>
public sealed class ChannelRegistry
{
    private readonly Dictionary<string, IChannel> channels;

    /// <exception cref="ArgumentException">Two channels bear one kind.</exception>
    public ChannelRegistry(IEnumerable<IChannel> channels) =>
        this.channels = channels.ToDictionary(channel => channel.Kind, StringComparer.Ordinal);

    public IEnumerable<string> Kinds => channels.Keys.Order(StringComparer.Ordinal);

    /// <summary>The channel of a kind, or null when this program has none.</summary>
    public IChannel? Find(string kind) => channels.GetValueOrDefault(kind);
}
