using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>The noes on record of people who are protected: what a family that refuses everything has on record, they have too, and the other way round.</summary>
internal static class ProtectionNoes
{
    /// <summary>People for whom somebody refused everything the policy knows; comparing faces apart, which is asked for by itself.</summary>
    public static async Task<IReadOnlyList<PersonId>> RefusedAltogetherAsync(HeadTransaction head, PolicyDocument policy, CancellationToken cancellationToken)
    {
        List<PurposeId> purposes = [.. Purposes.Of(policy).Where(p => p.Purpose != PolicyRules.Biometric).Select(p => new PurposeId(p.Purpose))];
        var asked = await head.Context.Consents.Where(c => c.Answer != ConsentAnswer.Given).Select(c => c.PersonId).Distinct().ToListAsync(cancellationToken);
        var people = await head.Context.People.Where(p => asked.Contains(p.Id) && !p.IsProtected && p.ErasedAt == null).Select(p => p.Id).ToListAsync(cancellationToken);
        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, people, cancellationToken);
        return purposes.Count == 0
            ? []
            : people.FindAll(person => purposes.TrueForAll(p => register.HoldingOf(person, p) is { Answer: not ConsentAnswer.Given } no && HowSaid.IsSomebodysWord(no.How)));
    }

    /// <summary>Records a no to each purpose of which nothing was ever said, for people who had refused all there was: a purpose more must not make them look otherwise than who is protected.</summary>
    public static Task FollowAsync(HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, UserId? by, CancellationToken cancellationToken) =>
        RecordAsync(head, policy, people, HowSaid.Altogether, (purpose, holding) => purpose != PolicyRules.Biometric && holding is null, by, cancellationToken);

    /// <summary>Records a no to each of the policy's purposes for which none holds.</summary>
    public static Task FillAsync(HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, UserId? by, CancellationToken cancellationToken) =>
        RecordAsync(head, policy, people, HowSaid.Protection, (_, holding) => holding is not { Answer: not ConsentAnswer.Given }, by, cancellationToken);

    private static async Task RecordAsync(
        HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, string how, Func<string, ConsentRecord?, bool> lacks, UserId? by, CancellationToken cancellationToken)
    {
        if (people.Count == 0)
        {
            return;
        }

        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, people, cancellationToken);
        foreach (var person in people)
        {
            foreach (var (purpose, basis) in Purposes.Of(policy).Select(p => (new PurposeId(p.Purpose), p.Basis)).Where(p => lacks(p.Item1.Value, register.HoldingOf(person, p.Item1))))
            {
                head.RecordConsent(person, purpose, register.NoTo(person, purpose), head.Today, null, how, "", by, basis);
            }
        }
    }
}
