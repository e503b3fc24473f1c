using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>What a walk over a school's audit chain found.</summary>
/// <param name="Entries">How many entries hold.</param>
/// <param name="BrokenAt">The sequence number of the first entry that does not, or null.</param>
public sealed record AuditCheck(SchoolId School, long Entries, long? BrokenAt);
