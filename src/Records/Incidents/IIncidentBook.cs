using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>What must be reported and followed up. Every act is audited by ids.</summary>
public interface IIncidentBook
{
    Task<IReadOnlyList<IncidentLine>> ListAsync(SchoolId school, bool withClosed, CancellationToken cancellationToken);

    /// <summary>Open incidents that were opened after a moment, oldest first.</summary>
    Task<IReadOnlyList<NewlyOpened>> OpenedSinceAsync(SchoolId school, Instant since, CancellationToken cancellationToken);

    /// <summary>Whether an incident that is not closed is about this picture: nothing of it is destroyed meanwhile.</summary>
    Task<bool> NeedsAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    Task<IncidentDetail?> FindAsync(SchoolId school, Guid incident, CancellationToken cancellationToken);

    Task<Guid> OpenAsync(SchoolId school, NewIncident incident, UserId? by, CancellationToken cancellationToken);

    /// <summary>Writes down that somebody was told, now.</summary>
    Task<IncidentResult> TellAsync(SchoolId school, Guid incident, IncidentParty party, string text, UserId by, CancellationToken cancellationToken);

    Task<IncidentResult> NoteAsync(SchoolId school, Guid incident, string text, UserId by, CancellationToken cancellationToken);

    /// <summary>Says whose families it affects, in place of what was said before.</summary>
    Task<IncidentResult> AffectAsync(SchoolId school, Guid incident, IReadOnlyCollection<PersonId> people, UserId by, CancellationToken cancellationToken);

    /// <summary>Writes down that a family was told, now.</summary>
    Task<IncidentResult> TellFamilyAsync(SchoolId school, Guid incident, PersonId person, UserId by, CancellationToken cancellationToken);

    /// <summary>Closes it, once everybody who must be told was told.</summary>
    Task<IncidentResult> CloseAsync(SchoolId school, Guid incident, string outcome, UserId by, CancellationToken cancellationToken);
}
