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
    public static async Task FollowAsync(HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, UserId? by, CancellationToken cancellationToken)
    {
        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, people, cancellationToken);
        foreach (var person in people)
        {
            foreach (var purpose in Purposes.Of(policy).Where(p => p.Purpose != PolicyRules.Biometric && register.HoldingOf(person, new PurposeId(p.Purpose)) is null))
            {
                head.RecordConsent(person, new PurposeId(purpose.Purpose), ConsentAnswer.Refused, head.Today, null, HowSaid.Altogether, "", by, purpose.Basis);
            }
        }
    }

    /// <summary>Records a no to each of the policy's purposes for which none holds.</summary>
    public static async Task FillAsync(HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, UserId? by, CancellationToken cancellationToken)
    {
        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, people, cancellationToken);
        foreach (var person in people)
        {
            foreach (var purpose in Purposes.Of(policy).Where(p => register.HoldingOf(person, new PurposeId(p.Purpose))?.Answer is null or ConsentAnswer.Given))
            {
                var id = new PurposeId(purpose.Purpose);
                head.RecordConsent(person, id, register.NoTo(person, id), head.Today, null, HowSaid.Protection, "", by, purpose.Basis);
            }
        }
    }
}
