using MediaGuard.Media;

namespace MediaGuard.Records.Backups;

/// <summary>What the books say of backups.</summary>
public interface IBackupBook
{
    /// <summary>Notes a backup, and audits it.</summary>
    /// <param name="by">Who made it; null where nobody is signed in.</param>
    Task NoteMadeAsync(SchoolId school, ArchiveKind kind, BackupNote note, UserId? by, CancellationToken cancellationToken);

    /// <summary>Notes how the last backup was found, if it is the one the books know, and what is the oldest now; audits it.</summary>
    Task NoteCheckedAsync(SchoolId school, ArchiveKind kind, Instant at, bool isWhole, Instant oldest, CancellationToken cancellationToken);

    /// <summary>Both kinds.</summary>
    Task<IReadOnlyList<BackupState>> StateAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>
    /// These books were put back from a backup: every release is held until the register is confirmed, every session is ended, and it is audited.
    /// </summary>
    /// <param name="restoredTo">The moment the backup was made.</param>
    Task NoteRestoredAsync(SchoolId school, Instant restoredTo, CancellationToken cancellationToken);

    /// <summary>Photos that were taken in, whose original or rendition these books believe to be there.</summary>
    Task<IReadOnlyList<MediaId>> NeedingAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The original of a photo was shredded and its device's copy removed after these books were copied.</summary>
    Task NoteShreddedAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    /// <summary>Objects of the vault that rows of these books need.</summary>
    Task<IReadOnlyList<Ingest.Vault.VaultObject>> NeededAsync(SchoolId school, CancellationToken cancellationToken);
}
