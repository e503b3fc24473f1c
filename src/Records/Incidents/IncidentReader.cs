using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Incidents;

/// <summary>Incidents as the lead's pages and the exports show them.</summary>
internal sealed class IncidentReader(RecordsContext db, TimeProvider clock)
{
    private readonly Instant now = Instant.Now(clock);

    public async Task<IReadOnlyList<IncidentLine>> ListAsync(bool withClosed, CancellationToken cancellationToken)
    {
        var rows = await db.Incidents.AsNoTracking().Where(i => withClosed || i.ClosedAt == null).OrderByDescending(i => i.Id).ToListAsync(cancellationToken);
        var ids = rows.Select(r => r.Id).ToList();
        var told = (await db.IncidentEntries.AsNoTracking().Where(e => e.Told != null && ids.Contains(e.IncidentId)).ToListAsync(cancellationToken)).ToLookup(e => e.IncidentId);
        var labels = await LabelsAsync(rows, cancellationToken);
        var zone = await ZoneAsync(cancellationToken);
        return [.. rows.Select(r => Line(r, Duties(r, [.. told[r.Id]], zone), labels))];
    }

    public async Task<IncidentDetail?> FindAsync(Guid incident, CancellationToken cancellationToken)
    {
        if (await db.Incidents.AsNoTracking().FirstOrDefaultAsync(i => i.Id == incident, cancellationToken) is not { } row)
        {
            return null;
        }

        var entries = await db.IncidentEntries.AsNoTracking().Where(e => e.IncidentId == incident).OrderBy(e => e.Id).ToListAsync(cancellationToken);
        var users = entries.Select(e => (Guid?)e.By.Value).Append(row.OpenedBy?.Value).Append(row.ClosedBy?.Value).Distinct().ToList();
        var colleagues = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        string? Name(UserId? user) => user is { } id ? colleagues.GetValueOrDefault(id.Value, Words.Text("somebody who has left")) : null;
        var duties = Duties(row, entries, await ZoneAsync(cancellationToken));
        return new IncidentDetail(
            Line(row, duties, await LabelsAsync([row], cancellationToken)),
            row.ConcernsHead,
            row.What,
            Name(row.OpenedBy),
            row.MediaId,
            row.MediaId is { } media && await db.Media.AnyAsync(m => m.Id == media && m.Status == MediaStatus.Sealed, cancellationToken),
            duties,
            [.. entries.Select(e => new IncidentEntryView(e.Told, e.Text, e.At, Name(e.By)!))],
            await FamiliesAsync(row, cancellationToken),
            row.Outcome,
            Name(row.ClosedBy));
    }

    /// <summary>Incidents opened in a time, with who must be told of each.</summary>
    public async Task<IReadOnlyList<(IncidentKind Kind, bool IsClosed, IReadOnlyList<DutyView> Duties)>> ClocksAsync(Instant begin, Instant end, CancellationToken cancellationToken)
    {
        var opened = db.Incidents.AsNoTracking().Where(i => i.OpenedAt >= begin && i.OpenedAt < end);
        var rows = await opened.ToListAsync(cancellationToken);
        var told = (await db.IncidentEntries.AsNoTracking().Where(e => e.Told != null && opened.Any(i => i.Id == e.IncidentId)).ToListAsync(cancellationToken)).ToLookup(e => e.IncidentId);
        var zone = await ZoneAsync(cancellationToken);
        return [.. rows.Select(r => (r.Kind, r.ClosedAt is not null, Duties(r, [.. told[r.Id]], zone)))];
    }

    private static IncidentLine Line(IncidentRow row, IReadOnlyList<DutyView> duties, Dictionary<DeviceId, string> labels)
    {
        var open = row.ClosedAt is null ? duties.Where(d => d.IsOpen).ToList() : [];
        return new IncidentLine(
            row.Id,
            row.Kind,
            row.Day,
            row.DeviceId is { } device ? labels.GetValueOrDefault(device, "") : row.Camera,
            row.OpenedAt,
            row.ClosedAt,
            open.Any(d => d.Standing == DutyStanding.Overdue),
            open.Count == 0 ? null : open.MinBy(d => d.Due.Microseconds)!.Due);
    }

    private IReadOnlyList<DutyView> Duties(IncidentRow row, IReadOnlyCollection<IncidentEntryRow> entries, TimeZoneInfo zone) =>
    [
        .. IncidentRouting.Duties(row.Kind, row.ConcernsHead).Select(duty =>
        {
            var due = IncidentClock.Due(row.OpenedAt, row.Day, duty.Speed, zone);
            var told = entries.Where(e => e.Told == duty.Party).Select(e => (Instant?)e.At).MinBy(at => at!.Value.Microseconds);
            return new DutyView(duty.Party, duty.Speed, due, IncidentClock.Standing(due, told, now), told);
        }),
    ];

    /// <summary>Whom the lead named, then who is named or possible in the pictures it is about.</summary>
    private async Task<IReadOnlyList<FamilyView>> FamiliesAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        var affected = await db.IncidentPeople.AsNoTracking().Where(p => p.IncidentId == row.Id).ToDictionaryAsync(p => p.PersonId, cancellationToken);
        var (named, possible) = await InPictureAsync(row, cancellationToken);
        var ids = affected.Keys.Union(named).Union(possible).ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.FullName }).ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var classes = (await db.Memberships.AsNoTracking().Where(m => ids.Contains(m.PersonId) && m.From <= row.Day && (m.Until == null || m.Until >= row.Day)).ToListAsync(cancellationToken))
            .ToLookup(m => m.PersonId, m => groups.GetValueOrDefault(m.GroupId));
        return
        [
            .. people.OrderByDescending(p => affected.ContainsKey(p.Id)).ThenByDescending(p => named.Contains(p.Id)).ThenBy(p => p.FullName, StringComparer.CurrentCulture)
                .Select(p => new FamilyView(p.Id, p.FullName, classes[p.Id].FirstOrDefault(), affected.ContainsKey(p.Id), named.Contains(p.Id), affected.GetValueOrDefault(p.Id)?.FamilyToldAt)),
        ];
    }

    private async Task<(HashSet<PersonId> Named, HashSet<PersonId> Possible)> InPictureAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        var media = row.MediaId is { } one ? [one] : row.CameraKey is null ? [] : await OfCameraAsync(row, cancellationToken);
        if (media.Count == 0)
        {
            return ([], []);
        }

        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var grounds = await new SceneReader(db, row.Day).ReadAsync(media, head.RegisterVersion, head.PolicyVersion, cancellationToken);
        var scenes = grounds.Values.Select(g => g.Scene).ToList();
        return ([.. scenes.SelectMany(s => s.Named)], [.. scenes.SelectMany(s => s.NobodyElse ? [] : (s.Pool ?? []).Except(s.Absent))]);
    }

    /// <remarks>One incident is a model's, however its cameras spell it.</remarks>
    private async Task<List<MediaId>> OfCameraAsync(IncidentRow row, CancellationToken cancellationToken)
    {
        var day = db.Media.Where(m => m.ArrivedOn == row.Day && m.CameraModel != null);
        var model = NameForms.Normalise(row.Camera);
        var spellings = (await day.Select(m => m.CameraModel!).Distinct().ToListAsync(cancellationToken)).FindAll(m => NameForms.Normalise(m) == model);
        return await day.Where(m => spellings.Contains(m.CameraModel!)).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    private async Task<Dictionary<DeviceId, string>> LabelsAsync(IReadOnlyCollection<IncidentRow> rows, CancellationToken cancellationToken)
    {
        var devices = rows.Where(r => r.DeviceId is not null).Select(r => r.DeviceId!.Value).ToList();
        return await db.Devices.AsNoTracking().Where(d => devices.Contains(d.Id)).ToDictionaryAsync(d => d.Id, d => d.Label, cancellationToken);
    }

    private async Task<TimeZoneInfo> ZoneAsync(CancellationToken cancellationToken) =>
        TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
}
