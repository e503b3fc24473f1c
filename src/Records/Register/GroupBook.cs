using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Register;

internal sealed class GroupBook(IHeads heads, IRecordsFactory factory, Redecider redecider, TimeProvider clock) : IGroupBook
{
    public async Task<JoinResult> JoinAsync(SchoolId school, PersonId person, GroupId group, DateOnly from, DateOnly? until, UserId? by, CancellationToken cancellationToken)
    {
        if (until < from)
        {
            return JoinResult.EndsBefore;
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        if (!await db.People.AnyAsync(p => p.Id == person && p.ErasedAt == null, cancellationToken) || !await db.Groups.AnyAsync(g => g.Id == group, cancellationToken))
        {
            return JoinResult.NotThere;
        }

        if (await db.Memberships.AnyAsync(m => m.PersonId == person && m.GroupId == group && (m.Until == null || m.Until >= from) && (until == null || m.From <= until), cancellationToken))
        {
            return JoinResult.AlreadyIn;
        }

        head.AddMembership(person, group, from, until, by);
        await EndAsync(head, [person], cancellationToken);
        return JoinResult.Recorded;
    }

    public async Task<JoinResult> EndAsync(SchoolId school, PersonId person, Guid membership, DateOnly lastDay, UserId? by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        if (await head.Context.Memberships.FirstOrDefaultAsync(m => m.Id == membership && m.PersonId == person, cancellationToken) is not { } row)
        {
            return JoinResult.NotThere;
        }

        if (lastDay < row.From)
        {
            return JoinResult.EndsBefore;
        }

        End(head, row, lastDay);
        head.RegisterChanged("membership-ended", person.ToString(), row.GroupId.ToString(), by);
        await EndAsync(head, [person], cancellationToken);
        return JoinResult.Recorded;
    }

    public async Task<IReadOnlyList<ClassSize>> SizesAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var today = Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
        var groups = await db.Groups.AsNoTracking().Where(g => !g.IsClub).OrderBy(g => g.Name).ToListAsync(cancellationToken);
        var sizes = (await Pupils(db, today).Select(m => new { m.GroupId, m.PersonId }).Distinct().ToListAsync(cancellationToken)).ToLookup(m => m.GroupId);
        return [.. groups.Select(g => new ClassSize(g.Id, g.Name, sizes[g.Id].Count()))];
    }

    public async Task<(int Moved, int Left)> RollOverAsync(SchoolId school, IReadOnlyDictionary<GroupId, GroupId?> next, DateOnly lastDay, UserId? by, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(next);
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var classes = await db.Groups.Where(g => !g.IsClub).Select(g => g.Id).ToListAsync(cancellationToken);
        var from = next.Keys.Where(g => classes.Contains(g) && (next[g] is not { } to || (classes.Contains(to) && to != g))).ToList();

        // who belongs where is read before anybody moves
        var members = await Pupils(db, lastDay).Where(m => from.Contains(m.GroupId)).ToListAsync(cancellationToken);
        var ids = members.Select(m => m.PersonId).Distinct().ToList();
        var people = await db.People.Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancellationToken);
        HashSet<PersonId> moved = [], left = [];
        foreach (var member in members)
        {
            var person = people[member.PersonId];
            End(head, member, lastDay);
            if (next[member.GroupId] is not { } to)
            {
                person.LeftOn = lastDay;
                left.Add(person.Id);
            }
            else if (moved.Add(person.Id))
            {
                head.AddMembership(person.Id, to, lastDay.AddDays(1), null, by);
                person.YearGroup++;
            }
        }

        // a leaver's last day ends their clubs, too
        foreach (var member in (await db.Memberships.Where(m => left.Contains(m.PersonId) && (m.Until == null || m.Until > lastDay)).ToListAsync(cancellationToken)).Where(m => m.Until is null || m.Until > lastDay))
        {
            End(head, member, lastDay);
        }

        foreach (var person in people.Values)
        {
            person.Version++;
        }

        foreach (var group in from)
        {
            head.Audit("class-rolled-over", group.ToString(), next[group]?.ToString() ?? "left", by);
        }

        head.RegisterChanged("year-rolled-over", "", $"{moved.Count} moved, {left.Count} left", by);
        await EndAsync(head, ids, cancellationToken);
        return (moved.Count, left.Count);
    }

    private static IQueryable<MembershipRow> Pupils(RecordsContext db, DateOnly day) => db.Memberships.Where(m => m.From <= day && (m.Until == null || m.Until >= day)
        && db.People.Any(p => p.Id == m.PersonId && p.Kind == PersonKind.Pupil && p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= day)));

    private static void End(HeadTransaction head, MembershipRow row, DateOnly lastDay)
    {
        // the photos after the earlier of both ends have another pool now
        head.PoolChanged(row.GroupId, row.Until < lastDay ? row.Until.Value : lastDay);
        row.Until = lastDay;
    }

    private async Task EndAsync(HeadTransaction head, IEnumerable<PersonId> people, CancellationToken cancellationToken)
    {
        await head.FlushAsync(cancellationToken);
        await redecider.RunAsync(head, people, cancellationToken);
        await head.CommitAsync(cancellationToken);
    }
}
