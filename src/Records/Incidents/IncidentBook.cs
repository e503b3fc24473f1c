using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Incidents;

internal sealed class IncidentBook(IRecordsFactory factory, IHeads heads, TimeProvider clock) : IIncidentBook
{
    public async Task<IReadOnlyList<IncidentLine>> ListAsync(SchoolId school, bool withClosed, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new IncidentReader(db, clock).ListAsync(withClosed, cancellationToken);
    }

    public async Task<IReadOnlyList<NewlyOpened>> OpenedSinceAsync(SchoolId school, Instant since, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var rows = await db.Incidents.AsNoTracking().Where(i => i.ClosedAt == null && i.OpenedAt > since).OrderBy(i => i.OpenedAt).ThenBy(i => i.Id)
            .Select(i => new { i.Id, i.Kind, i.ConcernsHead, i.OpenedAt }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new NewlyOpened(r.Id, r.OpenedAt, r.ConcernsHead, IncidentRouting.Duties(r.Kind, r.ConcernsHead)))];
    }

    public async Task<bool> NeedsAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Incidents.AnyAsync(i => i.MediaId == media && i.ClosedAt == null, cancellationToken);
    }

    public async Task<IncidentDetail?> FindAsync(SchoolId school, Guid incident, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await new IncidentReader(db, clock).FindAsync(incident, cancellationToken);
    }

    public async Task<Guid> OpenAsync(SchoolId school, NewIncident incident, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var id = head.OpenIncident(incident, by);
        await head.CommitAsync(cancellationToken);
        return id;
    }

    public Task<IncidentResult> TellAsync(SchoolId school, Guid incident, IncidentParty party, string text, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        incident,
        (head, row) =>
        {
            if (IncidentRouting.Duties(row.Kind, row.ConcernsHead).All(d => d.Party != party))
            {
                return Task.FromResult(IncidentResult.NotThere);
            }

            Enter(head, row, party, text, by);
            head.Audit("incident-told", incident.ToString("N"), party.ToString(), by);
            return Task.FromResult(IncidentResult.Done);
        },
        cancellationToken);

    public Task<IncidentResult> NoteAsync(SchoolId school, Guid incident, string text, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        incident,
        (head, row) =>
        {
            Enter(head, row, null, text, by);
            head.Audit("incident-noted", incident.ToString("N"), "", by);
            return Task.FromResult(IncidentResult.Done);
        },
        cancellationToken);

    public Task<IncidentResult> AffectAsync(SchoolId school, Guid incident, IReadOnlyCollection<PersonId> people, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        incident,
        async (head, _) =>
        {
            var known = await head.Context.People.Where(p => people.Contains(p.Id)).Select(p => p.Id).ToListAsync(cancellationToken);
            var before = await head.Context.IncidentPeople.Where(p => p.IncidentId == incident).ToListAsync(cancellationToken);
            var gone = before.Where(p => !known.Contains(p.PersonId)).ToList();
            var added = known.Except(before.Select(p => p.PersonId)).ToList();
            head.Context.IncidentPeople.RemoveRange(gone);
            head.Context.IncidentPeople.AddRange(added.Select(p => new IncidentPersonRow { SchoolId = school, IncidentId = incident, PersonId = p }));
            added.ForEach(p => head.Audit("incident-affects", incident.ToString("N"), p.ToString(), by));
            gone.ForEach(p => head.Audit("incident-affects-not", incident.ToString("N"), p.PersonId.ToString(), by));
            return IncidentResult.Done;
        },
        cancellationToken);

    public Task<IncidentResult> TellFamilyAsync(SchoolId school, Guid incident, PersonId person, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        incident,
        async (head, _) =>
        {
            if (await head.Context.IncidentPeople.FirstOrDefaultAsync(p => p.IncidentId == incident && p.PersonId == person, cancellationToken) is not { } affected)
            {
                return IncidentResult.NotThere;
            }

            affected.FamilyToldAt ??= head.Now;
            head.Audit("incident-family-told", incident.ToString("N"), person.ToString(), by);
            return IncidentResult.Done;
        },
        cancellationToken);

    public Task<IncidentResult> CloseAsync(SchoolId school, Guid incident, string outcome, UserId by, CancellationToken cancellationToken) => ChangeAsync(
        school,
        incident,
        async (head, row) =>
        {
            var told = await head.Context.IncidentEntries.Where(e => e.IncidentId == incident && e.Told != null).Select(e => e.Told).Distinct().ToListAsync(cancellationToken);
            if (IncidentRouting.Duties(row.Kind, row.ConcernsHead).Any(d => !told.Contains(d.Party)))
            {
                return IncidentResult.SomebodyNotTold;
            }

            // kept from every channel while its seal was still to come
            await HeadTransaction.PendingSeals(head.Context).Where(i => i.Id == incident)
                .Join(head.Context.Media, i => i.MediaId, m => m.Id, (_, m) => m)
                .Where(m => m.Status >= MediaStatus.Decided && m.Status <= MediaStatus.Shredded && m.DecideAgain == null)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.DecideAgain, head.Now), cancellationToken);
            row.ClosedAt = head.Now;
            row.ClosedBy = by;
            row.Outcome = outcome;
            await head.Context.Media.Where(m => m.Id == row.MediaId && m.Status == MediaStatus.Departed)
                .ExecuteUpdateAsync(set => set.SetProperty(m => m.NotBefore, head.Now).SetProperty(m => m.EnqueuedAt, default(Instant)), cancellationToken);
            head.Audit("incident-closed", incident.ToString("N"), "", by);
            return IncidentResult.Done;
        },
        cancellationToken);

    private static void Enter(HeadTransaction head, IncidentRow row, IncidentParty? told, string text, UserId by) => head.Context.IncidentEntries.Add(
        new IncidentEntryRow { SchoolId = head.School, Id = Guid.CreateVersion7(), IncidentId = row.Id, Told = told, Text = text, At = head.Now, By = by });

    private async Task<IncidentResult> ChangeAsync(SchoolId school, Guid incident, Func<HeadTransaction, IncidentRow, Task<IncidentResult>> change, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.Incidents.FirstOrDefaultAsync(i => i.Id == incident, cancellationToken) is not { } row)
        {
            return IncidentResult.NotThere;
        }

        if (row.ClosedAt is not null)
        {
            return IncidentResult.Closed;
        }

        var result = await change(head, row);
        if (result == IncidentResult.Done)
        {
            row.Version++;
            await head.CommitAsync(cancellationToken);
        }

        return result;
    }
}
