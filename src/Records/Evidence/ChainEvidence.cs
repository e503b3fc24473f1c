namespace MediaGuard.Records.Evidence;

/// <summary>What walking the audit chain, and holding it against the signed heads, found.</summary>
/// <param name="Entries">How many entries hold.</param>
/// <param name="BrokenAt">The first that does not; null when all do.</param>
/// <param name="Heads">Signed heads held against it.</param>
/// <param name="HeadsWrong">Of those, how many do not hold.</param>
/// <param name="LastHead">The day of the last one; null without any.</param>
/// <param name="LastHeadAt">The entry it signs.</param>
public sealed record ChainEvidence(long Entries, long? BrokenAt, int Heads, int HeadsWrong, string? LastHead, long? LastHeadAt)
{
    /// <summary>What was changed may be the entry before that.</summary>
    public bool MayBeTheOneBefore { get; init; }

    public bool IsWhole => BrokenAt is null && HeadsWrong == 0;
}
