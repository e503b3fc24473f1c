using MediaGuard.Media;

namespace MediaGuard.Records.Backups;

/// <summary>What the books say of the last backup of one kind.</summary>
/// <param name="At">The moment the books were copied.</param>
/// <param name="Bytes">Of the whole backup.</param>
/// <param name="Added">Bytes that were not in the archive before.</param>
/// <param name="VerifiedAt">When every file of it was last read back and was right; null when it was found damaged.</param>
/// <param name="OldestAt">The moment of the oldest backup that lies in the same archive.</param>
/// <param name="Place">The folder it lies in. For the page; never logged.</param>
public sealed record BackupNote(Instant At, int Files, long Bytes, long Added, Instant? VerifiedAt, Instant OldestAt, string Place);
