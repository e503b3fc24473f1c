using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>What is held about one person. Whoever calls has checked that this is the lead.</summary>
public interface ISubjectBook
{
    /// <summary>Null when nobody on the register has this id.</summary>
    Task<SubjectRecord?> ReadAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);

    /// <summary>One picture as it stands now; null with the reason when it is not handed out.</summary>
    Task<(SubjectGround? Ground, SubjectGap Gap)> GroundAsync(SchoolId school, PersonId person, MediaId media, CancellationToken cancellationToken);

    /// <summary>Writes into the audit log that somebody takes out what is held about a person.</summary>
    Task NoteAsync(SubjectRecord record, UserId by, CancellationToken cancellationToken);
}
