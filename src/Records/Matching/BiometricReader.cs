using System.Collections.Immutable;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Matching;

/// <summary>What is on record of people's biometric consent.</summary>
internal sealed class BiometricReader(RecordsContext db, DateOnly today)
{
    /// <summary>How consent is given in writing.</summary>
    private static readonly ImmutableHashSet<string> Written = ["form", "letter", "link"];

    public async Task<ImmutableDictionary<PersonId, BiometricPerson>> ReadAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var register = await new SceneReader(db, today).ReadRegisterAsync(0, people, cancellationToken);
        var rows = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToListAsync(cancellationToken);
        var guardians = (await db.Guardians.AsNoTracking().Where(g => people.Contains(g.PersonId) && (g.EndedOn == null || g.ObjectedOn != null)).ToListAsync(cancellationToken)).ToLookup(g => g.PersonId);
        var purpose = BiometricPerson.Purpose.Value;
        var given = (await db.Consents.AsNoTracking()
            .Where(c => people.Contains(c.PersonId) && c.Purpose == purpose && c.Answer == ConsentAnswer.Given && c.From <= today && (c.Until == null || c.Until >= today))
            .ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        return rows.ToImmutableDictionary(p => p.Id, p =>
        {
            var last = given[p.Id].MaxBy(c => c.Sequence);
            return new BiometricPerson(
                p.Id,
                p.Kind,
                register.StandingOf(p.Id, BiometricPerson.Purpose),
                last is { Basis: LawfulBasis.Consent, Evidence.Length: > 0 } && Written.Contains(last.How),
                last is { GuardianId: { } guardian } && guardians[p.Id].Any(g => g.Id == guardian && g.HasResponsibility),
                p.RefusedBiometricsOn,
                [.. guardians[p.Id].Select(g => new BiometricGuardian(g.NotifiedOn, g.ObjectedOn))]);
        });
    }
}
