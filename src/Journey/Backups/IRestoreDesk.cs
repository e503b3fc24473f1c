using MediaGuard.Media;
using MediaGuard.Records.Backups;

namespace MediaGuard.Journey.Backups;

/// <summary>Puts a backup back into an empty installation.</summary>
public interface IRestoreDesk
{
    /// <exception cref="BackupException">Refused: something is there already, or the parts do not belong together.</exception>
    /// <exception cref="ArchiveException">The backup can't be read, or its target not be written.</exception>
    /// <exception cref="DatabaseCopyException">The database could not be put back.</exception>
    Task<RestoreReport> RunAsync(RestorePlan plan, CancellationToken cancellationToken);
}
