using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>What the books say of a time. Whoever calls has checked that this is the lead.</summary>
public interface IEvidenceBook
{
    /// <summary>Counted by the database; as many questions of it however many photos there are.</summary>
    /// <param name="from">First day, in the school's zone.</param>
    /// <param name="until">Last day, included.</param>
    Task<EvidenceFigures> ReadAsync(SchoolId school, DateOnly from, DateOnly until, CancellationToken cancellationToken);

    /// <summary>Writes into the audit log that somebody takes out the evidence of a time.</summary>
    /// <param name="by">Null for somebody at the machine's own command line who gave no account.</param>
    Task NoteAsync(SchoolId school, DateOnly from, DateOnly until, UserId? by, CancellationToken cancellationToken);
}
