using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>One version of a policy: since when, by whom, and what became other with it.</summary>
/// <param name="By">Null for the program, as for the first.</param>
public sealed record PolicyVersionLine(long Version, Instant MadeAt, string? By, IReadOnlyList<PolicyChange> Changes);
