using MediaGuard.Media;

namespace MediaGuard.Records.Scenes;

/// <summary>Starts the transactions that are put in one order per school.</summary>
public interface IHeads
{
    /// <summary>Begins a transaction and locks the school's head row before anything is read. No bytes move inside it.</summary>
    Task<HeadTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken);
}
