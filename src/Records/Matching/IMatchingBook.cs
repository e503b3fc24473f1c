using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Records.Matching;

/// <summary>What is on record about matching. Changes go through a head transaction.</summary>
public interface IMatchingBook
{
    /// <summary>
    /// Whom the faces of a photo may be compared with. Null: they may not be compared (off, off for the group, the pool not known or without everybody's
    /// consent). Only people whose consent holds today, and whose template is of the model installed now, are in it.
    /// </summary>
    Task<IReadOnlyCollection<EnrolledFace>?> GroundAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    Task<MatchingState> StateAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Everybody here today, by name; with what is missing for enrolling each.</summary>
    Task<IReadOnlyList<EnrolmentView>> PeopleAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>One person of the register, or null.</summary>
    Task<EnrolmentView?> PersonAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);
}
