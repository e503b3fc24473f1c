namespace MediaGuard.Records.Evidence;

/// <summary>How the photos that arrived in the time stand now for one channel, and why those that don't go there don't.</summary>
public sealed record ChannelVerdicts(string Channel, int Cleared, int Held, int Refused, IReadOnlyList<ReasonCount> Reasons);
