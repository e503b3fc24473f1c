using MediaGuard.Media;
using MediaGuard.Records.Matching;

namespace MediaGuard.Journey.Matching;

/// <summary>What the lead does about matching. Each act is one transaction, and audited.</summary>
public interface IMatchingActs
{
    /// <summary>Switches matching on or off for the school.</summary>
    /// <returns>What is missing, in words; then nothing changed.</returns>
    Task<IReadOnlyList<string>> ChooseAsync(SchoolId school, UserId by, MatchingChoice choice, CancellationToken cancellationToken);

    /// <summary>Switches it on or off for one group. False: there is no such group, or on while it is off for the school.</summary>
    Task<bool> ChooseGroupAsync(SchoolId school, UserId by, GroupId group, bool isOn, CancellationToken cancellationToken);

    /// <summary>Puts a parent or guardian on the register. False: there is no such person.</summary>
    Task<bool> AddGuardianAsync(SchoolId school, UserId by, PersonId person, string name, DateOnly? notifiedOn, CancellationToken cancellationToken);

    /// <summary>Notes when a guardian was told in writing and whether they object; an objection destroys the template at once. False: there is no such guardian.</summary>
    Task<bool> SetGuardianAsync(SchoolId school, UserId by, Guid guardian, DateOnly? notifiedOn, DateOnly? objectedOn, CancellationToken cancellationToken);

    /// <summary>Notes that the person themselves refused (their template goes at once), or changed their mind. False: there is no such person.</summary>
    Task<bool> SetRefusalAsync(SchoolId school, UserId by, PersonId person, bool isRefused, CancellationToken cancellationToken);

    /// <summary>Records a consent given in writing, or that it was withdrawn: then the template goes at once. False: there is no such person.</summary>
    Task<bool> RecordConsentAsync(SchoolId school, UserId by, PersonId person, Guid? guardian, bool isGiven, DateOnly from, string evidence, CancellationToken cancellationToken);

    /// <summary>Enrols from one to five photos. Unless every photo is good and nothing is missing, nothing is stored.</summary>
    Task<EnrolmentOutcome> EnrolAsync(SchoolId school, UserId by, PersonId person, IReadOnlyList<Stream> photos, CancellationToken cancellationToken);

    /// <summary>Destroys a person's template and reference photos. False: there was nothing.</summary>
    Task<bool> DestroyAsync(SchoolId school, UserId by, PersonId person, CancellationToken cancellationToken);
}
