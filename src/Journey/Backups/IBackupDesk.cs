using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Journey.Backups;

/// <summary>Makes backups of both kinds while the program runs, and notes them.</summary>
public interface IBackupDesk
{
    /// <param name="books">Where database and store go; null to leave them out.</param>
    /// <param name="keys">Where keyring and master key go; null to leave them out.</param>
    /// <param name="by">Who makes it; null where nobody is signed in.</param>
    /// <exception cref="BackupException">Refused: the two would lie together, or with what they are a copy of.</exception>
    /// <exception cref="ArchiveException">A target is full, out of reach, of the other kind, or in use.</exception>
    /// <exception cref="DatabaseCopyException">The database could not be copied.</exception>
    Task<IReadOnlyList<BackupMade>> MakeAsync(string? books, string? keys, UserId? by, CancellationToken cancellationToken);

    /// <summary>Reads every backup of a folder back, the oldest first, and notes how the last one was found where the books are at hand.</summary>
    /// <param name="expire">Whether those that have expired are removed. The newest that is whole always stays: without it there would be none.</param>
    /// <exception cref="ArchiveException">There is none, or it is out of reach.</exception>
    Task<IReadOnlyList<BackupFinding>> VerifyAsync(string folder, bool expire, CancellationToken cancellationToken);
}
