using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>What a guardian refused before it was known that they have parental responsibility.</summary>
internal static class EarlierNoes
{
    /// <summary>
    /// Says their last word of each purpose anew where it was a no that stands no longer: it should never have been outweighed. It pulls and recalls as any no, and stands until the
    /// lead records otherwise. What the lead recorded otherwise of before is not said anew.
    /// </summary>
    /// <param name="run">The import that brought it; null by hand.</param>
    /// <returns>Whether anything was said anew.</returns>
    public static async Task<bool> SayAnewAsync(HeadTransaction head, PersonId person, Guid guardian, Guid? run, UserId? by, CancellationToken cancellationToken)
    {
        await head.FlushAsync(cancellationToken);
        var db = head.Context;
        var own = await db.Consents.AsNoTracking().Where(c => c.PersonId == person && c.GuardianId == guardian).ToListAsync(cancellationToken);
        var id = guardian.ToString("N");
        var overrides = await db.Consents.AsNoTracking().Where(c => c.PersonId == person && c.Overrode.Contains(id)).ToListAsync(cancellationToken);
        var register = await new SceneReader(db, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, [person], cancellationToken);
        var policy = await PolicyStore.DocumentAsync(db, head.Head.PolicyVersion, cancellationToken);
        var anew = false;
        foreach (var last in own.GroupBy(c => c.Purpose).Select(g => g.MaxBy(c => c.Sequence)!).Where(c => c.Answer is not ConsentAnswer.Given && !(c.Until < head.Today)))
        {
            var purpose = new PurposeId(last.Purpose);
            if (register.NoesOf(person, purpose).Any(no => no.Guardian == guardian) || overrides.Exists(c => c.Purpose == last.Purpose && c.Sequence > last.Sequence))
            {
                continue;
            }

            head.AppendConsent(person, purpose, register.NoTo(person, purpose), head.Today, last.Until, last.How, last.Evidence, by, Purposes.BasisOf(policy, purpose), run, guardian);
            anew = true;
        }

        return anew;
    }
}
