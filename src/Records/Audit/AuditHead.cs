using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>Where a school's chain ended at one moment.</summary>
public sealed record AuditHead(SchoolId School, long Sequence, string Hash, Instant At);
