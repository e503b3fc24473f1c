using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>The register as an import is held against it, in a handful of queries.</summary>
internal static class RegisterReader
{
    public static async Task<KnownRegister> ReadAsync(RecordsContext db, PolicyDocument policy, DateOnly today, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking().Where(p => p.ErasedAt == null).ToListAsync(cancellationToken);
        var memberships = (await db.Memberships.AsNoTracking().Where(m => m.From <= today && (m.Until == null || m.Until >= today)).ToListAsync(cancellationToken)).ToLookup(m => m.PersonId);
        var consents = (await db.Consents.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(c => c.PersonId);
        var guardians = (await db.Guardians.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(g => g.PersonId);
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Id).ToListAsync(cancellationToken);
        var clubs = groups.Where(g => g.IsClub).Select(g => g.Id).ToHashSet();

        // leaving ends no answer, so it is left out of what holds
        var snapshot = new RegisterSnapshot(0, today, people.Select(p => SceneReader.Person(p, [], consents[p.Id]) with { LeftOn = null }));
        ImmutableArray<PurposeId> purposes = [.. Purposes.Of(policy).Select(p => new PurposeId(p.Purpose))];
        var last = (await db.ImportRuns.AsNoTracking().Where(r => r.UndoneAt == null).ToListAsync(cancellationToken)).MaxBy(r => r.RegisterVersion);
        var exported = await db.ImportRuns.Where(r => r.UndoneAt == null).MaxAsync(r => r.ExportedOn, cancellationToken);
        return new KnownRegister(
            today,
            [.. people.Select(p => new KnownPerson(
                p.Id,
                p.Kind == Consent.People.PersonKind.Pupil,
                p.ExternalKey,
                p.FullName,
                p.PreferredName,
                p.YearGroup,
                p.LeftOn,
                [.. memberships[p.Id].Where(m => !clubs.Contains(m.GroupId)).Select(m => m.GroupId).Distinct()],
                purposes.ToImmutableDictionary(x => x, x => Answer(snapshot, p.Id, p.IsProtected, x)))
            {
                Nicknames = p.Nicknames,
                Guardians = [.. guardians[p.Id].Select(g => new KnownGuardian(g.Id, g.Name, g.Email, g.HasResponsibility, g.EndedOn is not null))],
            })],
            [.. groups.Select(g => new KnownClass(g.Id, g.Name, g.IsClub))],
            exported,
            last?.Rows,
            last?.HadTrailer ?? false);
    }

    private static KnownAnswer Answer(RegisterSnapshot register, PersonId person, bool isProtected, PurposeId purpose)
    {
        var holding = register.HoldingOf(person, purpose);
        return new KnownAnswer(register.StandingOf(person, purpose), isProtected || (holding is not null && HowSaid.IsSomebodysWord(holding.How)));
    }
}
