namespace MediaGuard.Publisher.Channels;

/// <summary>How a channel answered, and whether asking again may help. <paramref name="Proof"/> is a fact for the record, without personal data.</summary>
public sealed record ChannelResult(ChannelOutcome Outcome, bool RetryHelps, string Proof)
{
    public static ChannelResult Done(string proof) => new(ChannelOutcome.Done, false, proof);
    public static ChannelResult Failed(string why, bool retryHelps) => new(ChannelOutcome.Failed, retryHelps, why);
}
