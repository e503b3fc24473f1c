namespace MediaGuard.Records.Policies;

/// <summary>What became of a change of policy.</summary>
/// <param name="Version">The version that holds now.</param>
/// <param name="Problems">Why nothing was changed; none when it was.</param>
/// <param name="DecidedAgain">Photos marked to be decided again.</param>
public sealed record PolicyOutcome(long Version, IReadOnlyList<string> Problems, int DecidedAgain);
