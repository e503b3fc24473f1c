using System.Collections.Immutable;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Matching;

internal sealed class MatchingActs(IHeads heads, IMatchingBook book, Enroller enroller) : IMatchingActs
{
    public async Task<IReadOnlyList<string>> ChooseAsync(SchoolId school, UserId by, MatchingChoice choice, CancellationToken cancellationToken)
    {
        ImmutableArray<MatchingGap> gaps = [];
        await InHeadAsync(school, async head => (gaps = await head.ChooseMatchingAsync(choice, by, cancellationToken)).IsEmpty, cancellationToken);
        return [.. gaps.Select(BiometricSentences.For)];
    }

    public Task<bool> ChooseGroupAsync(SchoolId school, UserId by, GroupId group, bool isOn, CancellationToken cancellationToken) =>
        InHeadAsync(school, head => head.ChooseGroupMatchingAsync(group, isOn, by, cancellationToken), cancellationToken);

    public Task<bool> AddGuardianAsync(SchoolId school, UserId by, PersonId person, string name, DateOnly? notifiedOn, CancellationToken cancellationToken) =>
        OfPersonAsync(school, person, head => head.AddGuardian(person, name, notifiedOn, by), cancellationToken);

    public Task<bool> SetGuardianAsync(SchoolId school, UserId by, Guid guardian, DateOnly? notifiedOn, DateOnly? objectedOn, CancellationToken cancellationToken) =>
        InHeadAsync(school, head => head.SetGuardianAsync(guardian, notifiedOn, objectedOn, by, cancellationToken), cancellationToken);

    public Task<bool> SetRefusalAsync(SchoolId school, UserId by, PersonId person, bool isRefused, CancellationToken cancellationToken) =>
        InHeadAsync(school, head => head.SetRefusalAsync(person, isRefused ? head.Today : null, by, cancellationToken), cancellationToken);

    public Task<bool> RecordConsentAsync(SchoolId school, UserId by, PersonId person, Guid? guardian, bool isGiven, DateOnly from, string evidence, CancellationToken cancellationToken) =>
        OfPersonAsync(
            school,
            person,
            head => head.RecordConsent(
                person, BiometricPerson.Purpose, isGiven ? ConsentAnswer.Given : ConsentAnswer.Withdrawn, from, null, isGiven ? "form" : "told the school", evidence, by, guardian: guardian),
            cancellationToken);

    public Task<EnrolmentOutcome> EnrolAsync(SchoolId school, UserId by, PersonId person, IReadOnlyList<Stream> photos, CancellationToken cancellationToken) =>
        enroller.EnrolAsync(school, by, person, photos, cancellationToken);

    public Task<bool> DestroyAsync(SchoolId school, UserId by, PersonId person, CancellationToken cancellationToken) =>
        InHeadAsync(school, head => head.DestroyTemplateAsync(person, by, cancellationToken), cancellationToken);

    private async Task<bool> OfPersonAsync(SchoolId school, PersonId person, Action<HeadTransaction> act, CancellationToken cancellationToken)
    {
        if (await book.PersonAsync(school, person, cancellationToken) is null)
        {
            return false;
        }

        return await InHeadAsync(
            school,
            head =>
            {
                act(head);
                return Task.FromResult(true);
            },
            cancellationToken);
    }

    private async Task<bool> InHeadAsync(SchoolId school, Func<HeadTransaction, Task<bool>> act, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (!await act(head))
        {
            return false;
        }

        await head.CommitAsync(cancellationToken);
        return true;
    }
}
