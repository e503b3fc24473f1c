using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>Reads the audit chain.</summary>
public interface IAuditTrail
{
    /// <summary>Walks the whole chain and compares its end with the head.</summary>
    Task<AuditCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>When the newest entry was written; null while there is none.</summary>
    Task<Instant?> NewestAsync(SchoolId school, CancellationToken cancellationToken);
}
