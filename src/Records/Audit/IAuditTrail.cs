using MediaGuard.Media;

namespace MediaGuard.Records.Audit;

/// <summary>Reads the audit chain.</summary>
public interface IAuditTrail
{
    /// <summary>Walks the whole chain and compares its end with the head.</summary>
    Task<AuditCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Where the chain ends now.</summary>
    Task<AuditHead> HeadAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The hash of one entry as it stands, lower-case hex; null when there is none.</summary>
    Task<string?> HashAtAsync(SchoolId school, long sequence, CancellationToken cancellationToken);

    /// <summary>Entries that fit, the latest first.</summary>
    Task<IReadOnlyList<AuditLine>> SearchAsync(SchoolId school, AuditQuestion question, int atMost, CancellationToken cancellationToken);

    /// <summary>Every entry in order.</summary>
    IAsyncEnumerable<AuditLine> ReadAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Entries in order, from one sequence number to another, both included.</summary>
    IAsyncEnumerable<AuditLine> ReadAsync(SchoolId school, long first, long last, CancellationToken cancellationToken);

    /// <summary>The first and the last entry written in a time; null when there is none. What lies between them belongs to it whatever a clock said that was set back.</summary>
    Task<(long First, long Last)?> SpanAsync(SchoolId school, Instant begin, Instant end, CancellationToken cancellationToken);

    /// <summary>The acts there are.</summary>
    Task<IReadOnlyList<string>> ActsAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The names behind ids of people and colleagues, for the page; ids that lead to nobody are left out.</summary>
    Task<IReadOnlyDictionary<string, string>> NamesAsync(SchoolId school, IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>When the newest entry was written; null while there is none.</summary>
    Task<Instant?> NewestAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>As the other, of those entries that were written at a moment or before.</summary>
    Task<Instant?> NewestAsync(SchoolId school, Instant notAfter, CancellationToken cancellationToken);
}
