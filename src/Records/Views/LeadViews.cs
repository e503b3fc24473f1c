using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Items;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records.Views;

/// <remarks>No scene is loaded here: a page that is opened every morning costs the same on a hundred thousand photos as on ten.</remarks>
internal sealed class LeadViews(IRecordsFactory factory, TimeProvider clock, IOptions<RecordsOptions> options) : ILeadViews
{
    private const int QuietDays = 7;

    private static readonly (int From, int? UpTo)[] Ages = [(0, 0), (1, 6), (7, 29), (30, null)];

    public async Task<SchoolState> StateAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var now = Instant.Now(clock);
        var today = now.DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
        var stillSince = now - options.Value.StandstillAfter;
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var policy = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, cancellationToken);
        var still = await ItemLedger.StandingStill(db, stillSince).GroupBy(_ => 1).Select(g => new { Count = g.Count(), Since = g.Min(m => m.MovedAt) }).FirstOrDefaultAsync(cancellationToken);
        var incidents = await new IncidentReader(db, clock).ListAsync(false, cancellationToken);
        var unasked = await UnaskedAsync(db, today, cancellationToken);
        return new SchoolState(
            await HeldAsync(db, now, stillSince, today, cancellationToken),
            await DevicesAsync(db, groups, cancellationToken),
            RegisterAge.Of(head, today, policy),
            await db.Media.CountAsync(m => m.Status < MediaStatus.Decided, cancellationToken),
            still?.Count ?? 0,
            still?.Since,
            incidents.Count,
            incidents.Count(i => i.Overdue),
            incidents.Where(i => i.NextDue is not null).MinBy(i => i.NextDue!.Value.Microseconds)?.NextDue,
            await RecallsAsync(db, policy, cancellationToken),
            unasked.Where(u => u.Kind == PersonKind.Pupil).Sum(u => u.Count),
            unasked.Where(u => u.Kind != PersonKind.Pupil).Sum(u => u.Count),
            await QuietAsync(db, groups, today, cancellationToken),
            await ClassesAsync(db, groups, today, cancellationToken));
    }

    private static async Task<IReadOnlyList<AgeCount>> HeldAsync(RecordsContext db, Instant now, Instant stillSince, DateOnly today, CancellationToken cancellationToken)
    {
        var stuck = await LooksForNobody.ReadAsync(db, now, cancellationToken);
        var days = await PhotoViews.Held(db, stillSince, stuck).GroupBy(m => m.ArrivedOn).Select(g => new { Day = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        return
        [
            .. Ages.Select(a => new AgeCount(a.From, a.UpTo, days.Where(d => Math.Max(0, today.DayNumber - d.Day.DayNumber) is var age && age >= a.From && (a.UpTo is null || age <= a.UpTo)).Sum(d => d.Count))),
        ];
    }

    private static async Task<IReadOnlyList<HoldingDevice>> DevicesAsync(RecordsContext db, Dictionary<GroupId, GroupRow> groups, CancellationToken cancellationToken)
    {
        var held = await db.Media.Where(m => m.SourceState == SourceState.Present)
            .GroupBy(m => new { m.DeviceId, m.CameraSerial, m.CameraModel, m.GroupId })
            .Select(g => new { g.Key.DeviceId, g.Key.CameraSerial, g.Key.CameraModel, g.Key.GroupId, Count = g.Count(), Oldest = g.Min(m => m.ArrivedOn) }).ToListAsync(cancellationToken);
        var devices = await db.Devices.AsNoTracking().ToListAsync(cancellationToken);
        return
        [
            .. held.Select(h => (Found: devices.FirstOrDefault(d => d.Id == h.DeviceId) ?? OfSerial(h.CameraSerial), Of: h))
                .GroupBy(x => (x.Found?.Id, Label: x.Found?.Label ?? Called(x.Of.CameraModel, x.Of.GroupId)))
                .Select(g => new HoldingDevice(g.Key.Id, g.Key.Label, g.Sum(x => x.Of.Count), g.Min(x => x.Of.Oldest)))
                .OrderBy(d => d.Oldest).ThenBy(d => d.Label, StringComparer.CurrentCulture),
        ];

        DeviceRow? OfSerial(string? serial) => string.IsNullOrEmpty(serial) ? null : devices.FirstOrDefault(d => d.Serial == serial);

        string Called(string? model, GroupId? group)
        {
            var isUnnamed = string.IsNullOrWhiteSpace(model);
            if (group is { } id && groups.TryGetValue(id, out var row))
            {
                return isUnnamed ? Words.Text($"Something that copies into the folder of {row.Name}") : Words.Text($"{model} in the folder of {row.Name}");
            }

            return isUnnamed ? Words.Text("Something that copies into a folder of no class") : Words.Text($"{model} in a folder of no class");
        }
    }

    internal static async Task<IReadOnlyList<OpenRecalls>> RecallsAsync(RecordsContext db, PolicyDocument policy, CancellationToken cancellationToken)
    {
        var open = await db.Releases.Where(r => r.State == ReleaseState.Recalling).GroupBy(r => r.Channel)
            .Select(g => new { g.Key, Count = g.Count(), Since = g.Min(r => r.RecallingAt) }).ToListAsync(cancellationToken);
        return [.. open.OrderBy(o => o.Since?.Microseconds).Select(o => new OpenRecalls(policy.Channels.FirstOrDefault(c => c.Channel == o.Key)?.Name ?? o.Key, o.Count, o.Since ?? default))];
    }

    private static async Task<List<(PersonKind Kind, int Count)>> UnaskedAsync(RecordsContext db, DateOnly today, CancellationToken cancellationToken) =>
        [.. (await db.People.Where(p => p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= today) && !db.Consents.Any(c => c.PersonId == p.Id))
            .GroupBy(p => p.Kind).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken)).Select(g => (g.Key, g.Count))];

    private static async Task<IReadOnlyList<QuietClass>> QuietAsync(RecordsContext db, Dictionary<GroupId, GroupRow> groups, DateOnly today, CancellationToken cancellationToken)
    {
        var last = await db.Media.Where(m => m.GroupId != null).GroupBy(m => m.GroupId).Select(g => new { g.Key, Day = g.Max(m => m.ArrivedOn) }).ToDictionaryAsync(g => g.Key!.Value, g => g.Day, cancellationToken);
        var peopled = await (from m in db.Memberships
                             join p in db.People on m.PersonId equals p.Id
                             where p.Kind == PersonKind.Pupil && p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= today) && m.From <= today && (m.Until == null || m.Until >= today)
                             select m.GroupId).Distinct().ToListAsync(cancellationToken);
        return
        [
            .. peopled.Where(g => groups.TryGetValue(g, out var row) && !row.IsClub).Select(g => new QuietClass(groups[g].Name, last.TryGetValue(g, out var day) ? day : null))
                .Where(c => c.LastOn is not { } day || today.DayNumber - day.DayNumber >= QuietDays).OrderBy(c => c.Name, StringComparer.CurrentCulture),
        ];
    }

    private static async Task<IReadOnlyList<ClassDay>> ClassesAsync(RecordsContext db, Dictionary<GroupId, GroupRow> groups, DateOnly today, CancellationToken cancellationToken)
    {
        var arrived = db.Media.Where(m => m.ArrivedOn == today && m.GroupId != null)
            .Select(m => new { m.GroupId, m.Status, Worst = db.Verdicts.Where(v => v.MediaId == m.Id && v.IsCurrent).Max(v => (int?)v.Verdict) });
        var counted = (await arrived.GroupBy(m => new { m.GroupId, m.Status, m.Worst }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .ToLookup(g => g.Key.GroupId!.Value, g => (g.Key.Status, Worst: (Verdict?)g.Key.Worst, g.Count));
        return [.. groups.Values.OrderBy(g => g.Name, StringComparer.CurrentCulture).Select(g => new ClassDay(g.Name, Day([.. counted[g.Id]])))];
    }

    private static DayCounts Day(IReadOnlyCollection<(MediaStatus Status, Verdict? Worst, int Count)> counted)
    {
        int Decided(Verdict? worst) => counted.Where(c => c.Status is >= MediaStatus.Decided and <= MediaStatus.Shredded && c.Worst == worst).Sum(c => c.Count);
        return new DayCounts(
            counted.Where(c => c.Status < MediaStatus.Decided).Sum(c => c.Count),
            Decided(Verdict.Cleared),
            Decided(Verdict.Held),
            Decided(Verdict.Refused),
            Decided(null),
            counted.Where(c => c.Status >= MediaStatus.Quarantined).Sum(c => c.Count));
    }
}
