using MediaGuard.Media;

namespace MediaGuard.Journey.Loops;

/// <summary>When a loop last came round, and when a part of a turn last failed; null for never.</summary>
internal sealed record LoopTurn(string Loop, Instant At, Instant? FailedAt);
