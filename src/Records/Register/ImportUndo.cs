using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

/// <summary>Takes one import back under the head lock, if nothing later stands on it.</summary>
internal sealed class ImportUndo(HeadTransaction head, ImportRunRow run, UserId? by)
{
    private readonly RecordsContext db = head.Context;
    private List<PersonRow> added = [];
    private List<ConsentRow> said = [];
    private List<MembershipRow> begun = [];
    private List<ImportStepRow> steps = [];
    private Dictionary<PersonId, PersonRow> people = [];
    private Dictionary<Guid, MembershipRow> ended = [];
    private List<GuardianRow> contacts = [];
    private Dictionary<Guid, GuardianRow> guardians = [];

    /// <summary>Everybody the run touched.</summary>
    public HashSet<PersonId> Touched { get; } = [];

    /// <summary>Reads the run and says whether it can be taken back.</summary>
    public async Task<bool> CanAsync(CancellationToken cancellationToken)
    {
        var id = (Guid?)run.Id;
        added = await db.People.Where(p => p.RunId == id).ToListAsync(cancellationToken);
        said = await db.Consents.AsNoTracking().Where(c => c.RunId == id).ToListAsync(cancellationToken);
        begun = await db.Memberships.Where(m => m.RunId == id).ToListAsync(cancellationToken);
        steps = await db.ImportSteps.AsNoTracking().Where(s => s.RunId == run.Id).OrderBy(s => s.Number).ToListAsync(cancellationToken);
        var edited = steps.Select(s => s.PersonId).Distinct().ToList();
        var changed = edited.Concat(begun.Select(m => m.PersonId)).Distinct().ToList();
        people = await db.People.Where(p => changed.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        ended = await db.Memberships.Where(m => edited.Contains(m.PersonId)).ToDictionaryAsync(m => m.Id, cancellationToken);
        contacts = await db.Guardians.Where(g => g.RunId == id).ToListAsync(cancellationToken);
        var others = steps.Select(s => s.GuardianId).OfType<Guid>().ToList();
        guardians = await db.Guardians.Where(g => others.Contains(g.Id)).ToDictionaryAsync(g => g.Id, cancellationToken);
        Touched.UnionWith(added.Select(p => p.Id));
        Touched.UnionWith(said.Select(c => c.PersonId));
        Touched.UnionWith(begun.Select(m => m.PersonId));
        Touched.UnionWith(edited);
        return AreRowsAsLeft() && !await AreContactsUsedAsync(cancellationToken) && !await IsAddedUsedAsync(cancellationToken) && !await IsSaidLaterAsync(cancellationToken)
            && !await IsAnythingSaidSinceAsync(changed, cancellationToken);
    }

    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        var others = await db.Consents.AsNoTracking().Where(c => c.RunId != run.Id).ToListAsync(cancellationToken);
        RestoreAnswers(others.ToLookup(c => c.PersonId));
        foreach (var changed in guardians.Keys)
        {
            await head.EndLinksAsync(changed, by, cancellationToken); // it went to the address the import brought
        }

        foreach (var step in steps.OrderByDescending(s => s.Number))
        {
            Restore(step);
        }

        db.Guardians.RemoveRange(contacts);
        begun.ForEach(m => head.PoolChanged(m.GroupId, m.From));
        db.Memberships.RemoveRange(begun);
        var gone = added.Select(p => p.Id).ToList();
        await db.NameHints.Where(h => gone.Contains(h.PersonId)).ExecuteDeleteAsync(cancellationToken);
        db.People.RemoveRange(added);
        await RemoveGroupsAsync(cancellationToken);
        if (head.Head.RegisterConfirmedOn is { } confirmed && confirmed <= head.Today && !await IsConfirmedLaterAsync(cancellationToken))
        {
            head.Head.RegisterConfirmedOn = run.ConfirmedBefore;
        }

        run.UndoneAt = head.Now;
        run.UndoneBy = by;
        head.Head.RegisterVersion++;
        head.Audit("import-undone", run.Id.ToString("N"), "", by);
        await head.FlushAsync(cancellationToken);
    }

    private bool AreRowsAsLeft() =>
        added.All(p => p.Version == 0)
        && begun.All(m => people.TryGetValue(m.PersonId, out var who) && m.Until == who.LeftOn)
        && steps.All(s => s.MembershipId is { } id
            ? ended.TryGetValue(id, out var membership) && membership.Until == s.DayAfter
            : s.GuardianId is { } who ? guardians.TryGetValue(who, out var guardian) && guardian.Version == s.VersionAfter
            : people.TryGetValue(s.PersonId, out var person) && person.Version == s.VersionAfter);

    /// <summary>A guardian the run added was corrected, said something or got a link by now.</summary>
    private async Task<bool> AreContactsUsedAsync(CancellationToken cancellationToken)
    {
        var ids = contacts.Select(g => g.Id).ToList();
        var said = ids.Cast<Guid?>().ToList();
        return contacts.Any(g => g.Version != 0)
            || await db.ParentLinks.AnyAsync(l => ids.Contains(l.GuardianId), cancellationToken)
            || await db.Consents.AnyAsync(c => said.Contains(c.GuardianId), cancellationToken);
    }

    /// <summary>Somebody the run added was named, belongs to another group, has a guardian of their own, is protected, or something was said of them by now.</summary>
    private async Task<bool> IsAddedUsedAsync(CancellationToken cancellationToken)
    {
        var ids = added.Select(p => p.Id).ToList();
        var named = ids.Select(i => (PersonId?)i).ToList();
        return added.Any(p => p.IsProtected)
            || await db.Attestations.AnyAsync(a => named.Contains(a.PersonId), cancellationToken)
            || await db.Memberships.AnyAsync(m => ids.Contains(m.PersonId) && m.RunId != run.Id, cancellationToken)
            || await db.Consents.AnyAsync(c => ids.Contains(c.PersonId) && c.RunId != run.Id, cancellationToken)
            || await db.Guardians.AnyAsync(g => ids.Contains(g.PersonId) && g.RunId != run.Id, cancellationToken)
            || await db.ParentLinks.AnyAsync(l => ids.Contains(l.PersonId), cancellationToken)
            || await db.NameHints.AnyAsync(h => ids.Contains(h.PersonId) && h.Sureness != Sureness.Weak, cancellationToken)
            || await db.Protections.AnyAsync(p => ids.Contains(p.PersonId), cancellationToken);
    }

    /// <summary>Something was said later about what the run wrote an answer to.</summary>
    private async Task<bool> IsSaidLaterAsync(CancellationToken cancellationToken)
    {
        if (said.Count == 0)
        {
            return false;
        }

        var first = said.Min(c => c.Sequence);
        var later = await db.Consents.AsNoTracking().Where(c => c.Sequence > first && c.RunId != run.Id).Select(c => new { c.PersonId, c.Purpose }).ToListAsync(cancellationToken);
        var answered = said.Select(c => (c.PersonId, c.Purpose)).ToHashSet();
        return later.Any(c => answered.Contains((c.PersonId, c.Purpose)));
    }

    /// <summary>Anything at all was said since of somebody whose row or class the run changed: a protection changes the row, so a refusal must count like one.</summary>
    private async Task<bool> IsAnythingSaidSinceAsync(IReadOnlyCollection<PersonId> changed, CancellationToken cancellationToken)
    {
        var id = run.Id.ToString("N");
        var since = await db.Audit.Where(a => a.Act == "register-imported" && a.Subject == id).Select(a => a.Sequence).FirstOrDefaultAsync(cancellationToken);
        var said = await db.Audit.Where(a => a.Sequence > since && a.Act == "consent-recorded").Select(a => a.Subject).ToListAsync(cancellationToken);
        return said.Intersect(changed.Select(p => p.ToString())).Any();
    }

    /// <summary>What held before the run is said anew; where nothing did, a no that is nobody's word.</summary>
    private void RestoreAnswers(ILookup<PersonId, ConsentRow> others)
    {
        var gone = added.Select(p => p.Id).ToHashSet();
        var before = new RegisterSnapshot(0, head.Today, said.Select(c => c.PersonId).Distinct()
            .Select(id => SceneReader.Person(new PersonRow { Id = id }, [], others[id])));
        foreach (var one in said.OrderBy(c => c.Sequence))
        {
            var purpose = new PurposeId(one.Purpose);
            var held = gone.Contains(one.PersonId) ? null : before.HoldingOf(one.PersonId, purpose);
            if (held is null)
            {
                head.AppendConsent(one.PersonId, purpose, ConsentAnswer.Withdrawn, head.Today, null, HowSaid.ImportUndone, "", by, one.Basis, null);
            }
            else
            {
                var evidence = others[one.PersonId].First(c => c.Sequence == held.Sequence).Evidence;
                head.AppendConsent(one.PersonId, purpose, held.Answer, head.Today, held.Until, held.How, evidence, by, held.Basis, null);
            }
        }
    }

    private void Restore(ImportStepRow step)
    {
        if (step.MembershipId is { } id)
        {
            ended[id].Until = step.Day;
            head.PoolChanged(ended[id].GroupId, ended[id].From);
            return;
        }

        if (step.GuardianId is { } who)
        {
            var guardian = guardians[who];
            (guardian.Email, guardian.HasResponsibility) = (step.Email, step.HasResponsibility);
            guardian.Version++;
            return;
        }

        var person = people[step.PersonId];
        person.FullName = step.FullName;
        person.PreferredName = step.PreferredName;
        person.NormalisedName = NameForms.Normalise(step.FullName);
        person.Nicknames = step.Nicknames;
        person.NormalisedNicknames = NameForms.Normalise(step.Nicknames);
        person.ExternalKey = step.ExternalKey;
        person.YearGroup = step.YearGroup;
        person.LeftOn = step.Day;
        person.Version++;
    }

    /// <summary>A class the run made goes with it unless somebody uses it: then it stays, empty.</summary>
    private async Task RemoveGroupsAsync(CancellationToken cancellationToken)
    {
        var mine = begun.Select(m => m.Id).ToList();
        var made = await db.Groups.Where(g => g.RunId == run.Id
            && !db.Media.Any(m => m.GroupId == g.Id) && !db.Teaches.Any(t => t.GroupId == g.Id) && !db.Devices.Any(d => d.GroupId == g.Id) && !db.Attestations.Any(a => a.GroupId == g.Id)
            && !db.Memberships.Any(m => m.GroupId == g.Id && !mine.Contains(m.Id))).ToListAsync(cancellationToken);
        db.Groups.RemoveRange(made);
    }

    private Task<bool> IsConfirmedLaterAsync(CancellationToken cancellationToken) =>
        db.Audit.AnyAsync(a => a.Act == "register-confirmed" && a.At > run.At, cancellationToken);
}
