using MediaGuard.Media;

namespace MediaGuard.Records.Parents;

/// <summary>Links by which guardians reach what concerns their child, and what they do there. No account, no password; the office makes and ends the links.</summary>
public interface IParentBook
{
    /// <summary>Makes a guardian's link; an earlier one of theirs for this person ends.</summary>
    /// <returns>Null when the person has no such guardian with parental responsibility.</returns>
    Task<NewLink?> MakeAsync(SchoolId school, PersonId person, Guid guardian, TimeSpan lasts, UserId by, CancellationToken cancellationToken);

    /// <summary>As <see cref="MakeAsync"/>, but an earlier one works until <see cref="SentAsync"/> says that this one was handed over.</summary>
    Task<NewLink?> MakeToSendAsync(SchoolId school, PersonId person, Guid guardian, TimeSpan lasts, UserId by, CancellationToken cancellationToken);

    /// <summary>Handed over, the guardian's earlier links end; not handed over, this one ends and the earlier work on.</summary>
    Task SentAsync(SchoolId school, NewLink link, bool isHandedOver, UserId by, CancellationToken cancellationToken);

    /// <summary>Links of a person that lead somewhere today.</summary>
    Task<IReadOnlyList<LinkLine>> LinksAsync(SchoolId school, PersonId person, CancellationToken cancellationToken);

    /// <summary>Ends every link of a guardian. False: the person has no such guardian.</summary>
    Task<bool> EndAsync(SchoolId school, PersonId person, Guid guardian, UserId by, CancellationToken cancellationToken);

    /// <summary>Whose link a token is. Asked before any school is known, so by the token's hash alone.</summary>
    /// <returns>A visit while the link is open.</returns>
    Task<(LinkStanding Standing, ParentVisit? Visit)> OpenAsync(string token, CancellationToken cancellationToken);

    Task<ParentView> ViewAsync(ParentVisit visit, CancellationToken cancellationToken);

    /// <summary>Records the guardian's no; it holds at once. What they already said no to is not written twice.</summary>
    /// <param name="purpose">Null for every purpose, comparing faces included.</param>
    Task RefuseAsync(ParentVisit visit, PurposeId? purpose, CancellationToken cancellationToken);

    /// <summary>Notes that the guardian wants to say yes: nothing changes until the office confirms it.</summary>
    Task AskAsync(ParentVisit visit, PurposeId purpose, CancellationToken cancellationToken);
}
