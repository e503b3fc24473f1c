using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>A backup that was made, read back and noted.</summary>
/// <param name="Added">Bytes that were not in the archive before.</param>
public sealed record BackupMade(ArchiveKind Kind, string Stamp, int Files, long Bytes, long Added);
