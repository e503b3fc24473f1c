using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Starts the transactions that are put in one order per school.</summary>
public interface IHeads
{
    /// <summary>Begins a transaction and locks the school's head row before anything is read. No bytes move inside it.</summary>
    Task<HeadTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Whether any redacted rendition is to be made; a look without the lock.</summary>
    Task<bool> AnyToRedactAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Whether any photo's verdict must be made anew; a look without the lock.</summary>
    Task<bool> AnyDueAgainAsync(SchoolId school, CancellationToken cancellationToken);
}
