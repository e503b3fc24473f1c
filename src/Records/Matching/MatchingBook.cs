using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Vision.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Matching;

internal sealed class MatchingBook(IRecordsFactory factory, TemplateShelf shelf, IEmbeddingModel model, TimeProvider clock) : IMatchingBook
{
    public async Task<IReadOnlyCollection<EnrolledFace>?> GroundAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        if (await MatchingPermission.ChoiceAsync(db, cancellationToken) is not { IsOn: true })
        {
            return null;
        }

        var today = await TodayAsync(db, cancellationToken);
        if (await MatchingPermission.PoolAsync(db, media, today, cancellationToken) is not { } pool)
        {
            return null;
        }

        var rows = await db.Templates.AsNoTracking().ToListAsync(cancellationToken);
        var people = await new BiometricReader(db, today).ReadAsync([.. rows.Select(r => r.PersonId)], cancellationToken);
        shelf.ForgetAllBut(school, rows.Select(r => r.PersonId).ToHashSet());
        var enrolled = new List<EnrolledFace>();
        foreach (var row in rows.Where(r => r.Model == model.Version && people.TryGetValue(r.PersonId, out var known) && known.Permits(today)))
        {
            if (await shelf.OpenAsync(row, cancellationToken) is { } template)
            {
                enrolled.Add(new EnrolledFace(row.PersonId, template, pool.Contains(row.PersonId)));
            }
        }

        return enrolled;
    }

    public async Task<MatchingState> StateAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var choice = await MatchingPermission.ChoiceAsync(db, cancellationToken);
        var today = await TodayAsync(db, cancellationToken);
        var groups = await db.Groups.AsNoTracking().OrderBy(g => g.Name).ToListAsync(cancellationToken);
        var members = (await MembersAsync(db, today, cancellationToken)).ToLookup(m => m.GroupId, m => m.PersonId);
        var people = await new BiometricReader(db, today).ReadAsync([.. members.SelectMany(m => m).Distinct()], cancellationToken);
        var current = model.Version;
        var enrolled = (await db.Templates.Where(t => t.Model == current).Select(t => t.PersonId).ToListAsync(cancellationToken)).ToHashSet();
        return new MatchingState(
            choice is null ? MatchingChoice.Off : Choice(choice),
            choice?.At,
            [.. groups.Select(Group)]);

        MatchedGroup Group(GroupRow group)
        {
            var own = members[group.Id].Distinct().ToList();
            return new MatchedGroup(
                group.Id, group.Name, group.IsMatched, own.Count, own.Count(p => people.TryGetValue(p, out var known) && known.Permits(today)), own.Count(enrolled.Contains));
        }
    }

    public async Task<IReadOnlyList<EnrolmentView>> PeopleAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var today = await TodayAsync(db, cancellationToken);
        var here = await db.People.Where(p => p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= today)).Select(p => p.Id).ToListAsync(cancellationToken);
        return await ViewAsync(db, here, today, cancellationToken);
    }

    public async Task<EnrolmentView?> PersonAsync(SchoolId school, PersonId person, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return (await ViewAsync(db, [person], await TodayAsync(db, cancellationToken), cancellationToken)).SingleOrDefault();
    }

    private async Task<IReadOnlyList<EnrolmentView>> ViewAsync(RecordsContext db, List<PersonId> ids, DateOnly today, CancellationToken cancellationToken)
    {
        var rows = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var members = (await MembersAsync(db, today, cancellationToken)).ToLookup(m => m.PersonId, m => groups.GetValueOrDefault(m.GroupId, ""));
        var guardians = (await db.Guardians.AsNoTracking().Where(g => ids.Contains(g.PersonId) && (g.EndedOn == null || g.ObjectedOn != null)).OrderBy(g => g.Id).ToListAsync(cancellationToken)).ToLookup(g => g.PersonId);
        var templates = await db.Templates.AsNoTracking().Where(t => ids.Contains(t.PersonId)).ToDictionaryAsync(t => t.PersonId, cancellationToken);
        var kept = (await db.References.Where(r => ids.Contains(r.PersonId)).Select(r => r.PersonId).ToListAsync(cancellationToken)).ToLookup(p => p);
        var people = await new BiometricReader(db, today).ReadAsync(ids, cancellationToken);
        return
        [
            .. rows.OrderBy(r => r.Kind).ThenBy(r => r.FullName, StringComparer.CurrentCulture).Select(r => new EnrolmentView(
                r.Id,
                r.FullName,
                r.Kind == PersonKind.Pupil,
                string.Join(", ", members[r.Id].Distinct()),
                people[r.Id].Gaps(today),
                [.. guardians[r.Id].Select(g => new GuardianView(g.Id, g.Name, g.NotifiedOn, g.ObjectedOn))],
                r.RefusedBiometricsOn,
                templates.GetValueOrDefault(r.Id)?.EnrolledAt,
                templates.GetValueOrDefault(r.Id)?.Photos ?? 0,
                kept[r.Id].Count())
            {
                IsOutdated = templates.GetValueOrDefault(r.Id) is { } template && template.Model != model.Version,
            }),
        ];
    }

    private static Task<List<MembershipRow>> MembersAsync(RecordsContext db, DateOnly today, CancellationToken cancellationToken) =>
        db.Memberships.AsNoTracking().Where(m => m.From <= today && (m.Until == null || m.Until >= today)).ToListAsync(cancellationToken);

    private static MatchingChoice Choice(MatchingChoiceRow row) => new(
        row.IsOn,
        row.AssessedOn,
        row.Reference,
        row.LeadName,
        row.KeepsPhotos,
        row.AdvisedOn is { } day ? new LegalAdvice(day, row.AdviceReference, row.AdviceBy) : null);

    private async Task<DateOnly> TodayAsync(RecordsContext db, CancellationToken cancellationToken) =>
        Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
}
