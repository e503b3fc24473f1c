using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>Parents and guardians: who may say yes or no for whom, and where they are reached.</summary>
public interface IGuardianBook
{
    /// <summary>Everybody ever on record for a person; those who are guardians no longer come last.</summary>
    Task<IReadOnlyList<GuardianLine>> ListAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);

    /// <returns>The new guardian; null when there is no such person.</returns>
    Task<Guid?> AddAsync(SchoolId school, PersonId person, GuardianEdit edit, UserId? by, CancellationToken cancellationToken);

    /// <summary>Whoever said no and has parental responsibility keeps it until the lead records otherwise: without it their no would outweigh nobody's yes.</summary>
    /// <returns>Recorded, stale, refusal stands, or no such person: the person has no such guardian.</returns>
    Task<GiveResult> EditAsync(SchoolId school, PersonId person, Guid guardian, GuardianEdit edit, UserId? by, CancellationToken cancellationToken);

    /// <summary>They are a guardian no longer: their links end with it, what they said stands. False: the person has no such guardian.</summary>
    Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId? by, CancellationToken cancellationToken);
}
