using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>Records a yes inside a transaction, if whoever says it may and nobody else's no stands.</summary>
internal static class Giver
{
    /// <summary>
    /// A no of somebody with parental responsibility, or of somebody not on record, stands until the lead records otherwise. The same guardian may turn their own no;
    /// a no of a guardian without parental responsibility stops nobody who has it; what only an import stopped showing is nobody's no.
    /// </summary>
    /// <param name="guardian">Who says yes; null when that is not on record.</param>
    public static async Task<GiveResult> GiveAsync(
        HeadTransaction head, PersonId person, PurposeId purpose, DateOnly? until, string how, string evidence, Guid? guardian, bool isLead, UserId? by, CancellationToken cancellationToken)
    {
        var db = head.Context;
        if (!await db.People.AnyAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken))
        {
            return GiveResult.NoSuchPerson;
        }

        var guardians = await db.Guardians.AsNoTracking().Where(g => g.PersonId == person).ToListAsync(cancellationToken);
        if (guardian is { } giver && !guardians.Exists(g => g.Id == giver && g.HasResponsibility && g.EndedOn is null))
        {
            return GiveResult.NoResponsibility;
        }

        var register = await new SceneReader(db, head.Today).ReadRegisterAsync(head.Head.RegisterVersion, [person], cancellationToken);
        var without = guardians.Where(g => !g.HasResponsibility).Select(g => g.Id).ToHashSet();
        var noes = register.NoesOf(person, purpose);
        var against = noes.Where(no => HowSaid.IsSomebodysWord(no.How) && (no.Guardian is not { } who || (who != guardian && !without.Contains(who)))).ToList();
        var isForbidden = noes.Count == 0 ? register.StandingOf(person, purpose) == Standing.Refused : against.Count > 0;
        if (isForbidden && !isLead)
        {
            return GiveResult.RefusalStands;
        }

        var policy = await PolicyStore.DocumentAsync(db, head.Head.PolicyVersion, cancellationToken);
        head.RecordConsent(
            person, purpose, ConsentAnswer.Given, head.Today, until ?? Purposes.LastDay(policy, purpose, head.Today), how, evidence, by, Purposes.BasisOf(policy, purpose), guardian,
            against.Select(no => no.Guardian).OfType<Guid>());
        return GiveResult.Recorded;
    }
}
