using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Records.Register;

/// <summary>The noes on record of people who are protected: what a family that refuses has on record, they have too.</summary>
internal static class ProtectionNoes
{
    /// <summary>Records a no to each of the policy's purposes for which none holds.</summary>
    public static async Task FillAsync(HeadTransaction head, PolicyDocument policy, IReadOnlyCollection<PersonId> people, UserId? by, CancellationToken cancellationToken)
    {
        var register = await new SceneReader(head.Context, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, people, cancellationToken);
        foreach (var person in people)
        {
            foreach (var purpose in Purposes.Of(policy).Where(p => register.HoldingOf(person, new PurposeId(p.Purpose))?.Answer is null or ConsentAnswer.Given))
            {
                head.RecordConsent(person, new PurposeId(purpose.Purpose), ConsentAnswer.Refused, head.Today, null, HowSaid.Protection, "", by, purpose.Basis);
            }
        }
    }
}
