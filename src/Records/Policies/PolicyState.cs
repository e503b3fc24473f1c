namespace MediaGuard.Records.Policies;

/// <summary>The policy that holds, and every version so far, newest first.</summary>
public sealed record PolicyState(long Version, PolicyDocument Document, IReadOnlyList<PolicyVersionLine> Versions);
