using MediaGuard.Media;

namespace MediaGuard.Records.Backups;

/// <summary>How a school's backups of one kind stand.</summary>
/// <param name="Last">Null when none was ever made.</param>
/// <param name="Since">The moment from which the next one is counted: the last one's, or the school's beginning.</param>
public sealed record BackupState(ArchiveKind Kind, BackupNote? Last, Instant Since);
