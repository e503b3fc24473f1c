using MediaGuard.Media;
using MediaGuard.Records.Policies;

namespace MediaGuard.Records.Evidence;

/// <summary>One version of the policy: since when, by which account, what became other with it, and all it says.</summary>
/// <param name="By">Null for the program, as for the first.</param>
/// <param name="Role">The role of the account now; null without one.</param>
public sealed record PolicyEvidence(long Version, Instant MadeAt, UserId? By, string? Role, IReadOnlyList<PolicyChange> Changes, PolicyDocument Document);
