using MediaGuard.Media;

namespace MediaGuard.Records.Register;

/// <summary>What signed-in people write into the register. Each act is one transaction, and every photo it concerns is decided again within it.</summary>
public interface IRegisterBook
{
    /// <summary>Records a refusal, or the withdrawal of what was given, for purposes; recalls what is out. Needs no confirmation.</summary>
    /// <param name="guardian">Which parent or guardian said it; null when that is not on record.</param>
    /// <returns>How many photos it concerns, all of which are decided again; null when there is no such person, or the person has no such guardian.</returns>
    Task<int?> RefuseAsync(
        SchoolId school, PersonId person, IReadOnlyCollection<PurposeId> purposes, string how, string evidence, Guid? guardian, UserId? by, CancellationToken cancellationToken);

    /// <summary>As above, where nobody noted who said it.</summary>
    Task<int?> RefuseAsync(SchoolId school, PersonId person, IReadOnlyCollection<PurposeId> purposes, string how, string evidence, UserId? by, CancellationToken cancellationToken) =>
        RefuseAsync(school, person, purposes, how, evidence, null, by, cancellationToken);

    /// <summary>
    /// Records a yes from today. Where somebody else's no stands, only the lead can: any refusal by somebody with parental responsibility, or by somebody not on record, wins.
    /// </summary>
    /// <param name="until">The last day; null takes the policy's for the purpose.</param>
    /// <param name="guardian">Which parent or guardian said it; null when that is not on record.</param>
    Task<GiveResult> GiveAsync(
        SchoolId school, PersonId person, PurposeId purpose, DateOnly? until, string how, string evidence, Guid? guardian, bool isLead, UserId? by, CancellationToken cancellationToken);

    /// <summary>As above, where nobody noted who said it.</summary>
    Task<GiveResult> GiveAsync(
        SchoolId school, PersonId person, PurposeId purpose, DateOnly? until, string how, string evidence, bool isLead, UserId? by, CancellationToken cancellationToken) =>
        GiveAsync(school, person, purpose, until, how, evidence, null, isLead, by, cancellationToken);

    /// <summary>Protects a person: never published, and to everybody but the lead it looks like a refusal, because for every purpose one is recorded.</summary>
    Task<bool> ProtectAsync(SchoolId school, PersonId person, string reason, UserId by, CancellationToken cancellationToken);

    /// <summary>Ends protection. The refusals it recorded stand until the lead records otherwise.</summary>
    Task<bool> EndProtectionAsync(SchoolId school, PersonId person, UserId by, CancellationToken cancellationToken);

    /// <summary>
    /// Erases a person: everything is said no, what is out is called back, and names, guardians, evidence, hints, template and the reason of protection go. The id stays and leads to nobody.
    /// Can't be undone. False: there is no such person.
    /// </summary>
    Task<bool> EraseAsync(SchoolId school, PersonId person, UserId? by, CancellationToken cancellationToken);

    Task<(GiveResult Result, PersonId Person)> AddPersonAsync(SchoolId school, PersonEdit edit, UserId? by, CancellationToken cancellationToken);

    Task<GiveResult> EditPersonAsync(SchoolId school, PersonId person, PersonEdit edit, UserId? by, CancellationToken cancellationToken);

    /// <summary>Adds a class, or a club, which imports leave alone.</summary>
    Task<GiveResult> AddGroupAsync(SchoolId school, string name, bool isClub, bool asksSeesaw, UserId? by, CancellationToken cancellationToken);

    /// <summary>The office says that the register is right as of today.</summary>
    Task ConfirmAsync(SchoolId school, UserId? by, CancellationToken cancellationToken);
}
