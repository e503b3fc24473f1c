using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>What a walk over a school's audit chain found.</summary>
/// <param name="Entries">How many entries hold.</param>
/// <param name="BrokenAt">The sequence number of the first entry that does not, or null.</param>
public sealed record AuditCheck(SchoolId School, long Entries, long? BrokenAt)
{
    /// <summary>
    /// The entry is as its own hash says and only carries another hash of the one before: so that one may be what was changed, its hash made anew. Where every entry holds and the
    /// head does not, the last may be.
    /// </summary>
    public bool MayBeTheOneBefore { get; init; }
}
