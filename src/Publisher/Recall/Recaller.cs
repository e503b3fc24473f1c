using MediaGuard.Publisher.Channels;

namespace MediaGuard.Publisher.Recall;

/// <summary>Takes one copy back through its channel. Keeps nothing: whoever asks writes the result down, and asks again until it is done.</summary>
public sealed class Recaller(ChannelRegistry channels)
{
    /// <summary>
    /// Done only with a proof. A kind that is no longer served is a failure no retry helps, so that the recall stays open on the office's list.
    /// </summary>
    public async Task<ChannelResult> RecallAsync(RecallOrder order, string kind, ChannelTarget target, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(order);
        ArgumentNullException.ThrowIfNull(target);
        return channels.Find(kind) is { } channel
            ? await channel.RecallAsync(order, target, cancellationToken)
            : ChannelResult.Failed("no channel of this kind", retryHelps: false);
    }
}
