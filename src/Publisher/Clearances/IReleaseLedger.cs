using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>The books of releases. Answered by Records.</summary>
public interface IReleaseLedger
{
    /// <summary>Starts a transaction that holds the school's head lock until it is committed or disposed.</summary>
    Task<IReleaseTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken);
}
