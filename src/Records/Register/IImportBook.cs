using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>Imports of the register: previewed, applied whole or not at all, undone.</summary>
public interface IImportBook
{
    /// <summary>What the file would change. Changes nothing.</summary>
    Task<ImportPreview> PreviewAsync(SchoolId school, ImportRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Applies the file in one transaction under the head lock: the register's next version, the run's row, the audit, and every photo concerned decided again.
    /// </summary>
    /// <param name="token">The preview's, where it asks twice; a token given must fit, also where it doesn't.</param>
    Task<ImportOutcome> ApplyAsync(SchoolId school, ImportRequest request, string? token, UserId? by, CancellationToken cancellationToken);

    /// <summary>
    /// Restores what a run changed, as a new version of the register. What was said stays on record; undoing writes what held before anew, and a first answer
    /// becomes a no. Refused as a whole when something later depends on the run.
    /// </summary>
    Task<UndoResult> UndoAsync(SchoolId school, Guid run, UserId? by, CancellationToken cancellationToken);

    /// <summary>Keeps an uploaded file until it is applied, for a day at most.</summary>
    Task<Guid> KeepDraftAsync(SchoolId school, ImportRequest request, UserId by, CancellationToken cancellationToken);

    /// <summary>The draft, if this person uploaded it.</summary>
    Task<ImportRequest?> FindDraftAsync(SchoolId school, Guid draft, UserId by, CancellationToken cancellationToken);

    Task MapDraftAsync(SchoolId school, Guid draft, UserId by, ImportColumns columns, CancellationToken cancellationToken);

    Task DropDraftAsync(SchoolId school, Guid draft, UserId by, CancellationToken cancellationToken);
}
