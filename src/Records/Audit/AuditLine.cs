using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>One entry of the chain. Opaque ids and codes only.</summary>
/// <param name="Previous">The hash of the entry before, likewise; empty for the first.</param>
/// <param name="Hash">Lower-case hex, as in a signed head.</param>
public sealed record AuditLine(long Sequence, Instant At, UserId? Actor, string Act, string Subject, string Detail, string Previous, string Hash);
