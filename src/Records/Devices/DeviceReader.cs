using MediaGuard.Consent.People;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Devices;

/// <summary>The inventory as pages and commands show it.</summary>
internal sealed class DeviceReader(RecordsContext db, TimeProvider clock)
{
    public async Task<IReadOnlyList<DeviceView>> ListAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Devices.AsNoTracking().ToListAsync(cancellationToken);
        var groups = await db.Groups.AsNoTracking().ToDictionaryAsync(g => g.Id, g => g.Name, cancellationToken);
        var loans = (await db.Loans.AsNoTracking().Where(l => l.ReturnedOn == null).ToListAsync(cancellationToken)).ToDictionary(l => l.DeviceId);
        var names = await AdultsAsync(cancellationToken);
        var today = await TodayAsync(cancellationToken);
        return [.. rows.OrderBy(r => r.Label, StringComparer.CurrentCulture).Select(row => View(row, groups, loans.GetValueOrDefault(row.Id), names, today))];
    }

    public async Task<DeviceDetail?> FindAsync(DeviceId device, CancellationToken cancellationToken)
    {
        if ((await ListAsync(cancellationToken)).FirstOrDefault(d => d.Id == device) is not { } view)
        {
            return null;
        }

        var names = await AdultsAsync(cancellationToken);
        var loans = await db.Loans.AsNoTracking().Where(l => l.DeviceId == device).ToListAsync(cancellationToken);
        var serial = view.Serial;
        var own = db.Media.Where(m => m.Status != MediaStatus.Gone && (m.DeviceId == device || (serial != "" && m.CameraSerial == serial)));
        var still = own.Where(m => m.SourceState == SourceState.Present);
        var count = await still.CountAsync(cancellationToken);
        return new DeviceDetail(
            view,
            [.. loans.OrderByDescending(l => l.From).Select(l => Loan(l, view.Label, names))],
            count,
            count == 0 ? null : await still.MinAsync(m => m.ArrivedOn, cancellationToken),
            await own.CountAsync(m => db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Verdict == Verdict.Held), cancellationToken),
            await db.Incidents.Where(i => i.DeviceId == device && i.ClosedAt == null).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(cancellationToken));
    }

    public async Task<IReadOnlyList<HolderView>> HoldersAsync(CancellationToken cancellationToken)
    {
        var today = await TodayAsync(cancellationToken);
        return
        [
            .. (await db.People.AsNoTracking().Where(p => p.Kind != PersonKind.Pupil).Select(p => new { p.Id, p.FullName, p.LeftOn }).ToListAsync(cancellationToken))
                .OrderBy(p => p.FullName, StringComparer.CurrentCulture).Select(p => new HolderView(p.Id, p.FullName, p.LeftOn < today)),
        ];
    }

    public async Task<Leaving?> LeavingAsync(PersonId person, CancellationToken cancellationToken)
    {
        if ((await HoldersAsync(cancellationToken)).FirstOrDefault(h => h.Id == person) is not { } holder)
        {
            return null;
        }

        var devices = await ListAsync(cancellationToken);
        var names = await AdultsAsync(cancellationToken);
        var loans = await db.Loans.AsNoTracking().Where(l => l.HolderId == person && l.ReturnedOn == null).ToListAsync(cancellationToken);
        var school = db.School;
        var users = await db.Users.AsNoTracking().Where(u => u.SchoolId == school && u.LockoutEnd != DateTimeOffset.MaxValue).Select(u => new { u.Email, u.DisplayName }).ToListAsync(cancellationToken);
        return new Leaving(
            holder,
            [.. devices.Where(d => d.Holder == person)],
            [.. loans.Select(l => Loan(l, devices.FirstOrDefault(d => d.Id == l.DeviceId)?.Label ?? "", names))],
            [.. users.Where(u => NameForms.Normalise(u.DisplayName) == NameForms.Normalise(holder.Name)).Select(u => u.Email ?? "")]);
    }

    private static DeviceView View(DeviceRow row, Dictionary<GroupId, string> groups, LoanRow? loan, Dictionary<PersonId, string> names, DateOnly today)
    {
        var holder = loan?.HolderId ?? row.HolderId;
        return new DeviceView(
            row.Id,
            row.Label,
            row.Make,
            row.Model,
            row.Serial,
            row.GroupId,
            row.GroupId is { } group ? groups.GetValueOrDefault(group) : null,
            holder,
            holder is { } who ? names.GetValueOrDefault(who) : null,
            row.From,
            row.Until,
            row.PermittedBy,
            row.Folder,
            row.LostOn,
            State(row, loan is not null, today),
            loan?.DueOn);
    }

    private static DeviceState State(DeviceRow row, bool isLent, DateOnly today) => row switch
    {
        { LostOn: not null } => DeviceState.Lost,
        _ when row.Until < today => DeviceState.Ended,
        _ when row.From > today => DeviceState.NotYet,
        _ => isLent ? DeviceState.OnLoan : DeviceState.InUse,
    };

    private static LoanView Loan(LoanRow row, string label, Dictionary<PersonId, string> names) =>
        new(row.Id, row.DeviceId, label, names.GetValueOrDefault(row.HolderId, Words.Text("somebody who is no longer on the register")), row.From, row.DueOn, row.ReturnedOn, row.SignedVersion, row.SignedOn);

    private Task<Dictionary<PersonId, string>> AdultsAsync(CancellationToken cancellationToken) =>
        db.People.AsNoTracking().Where(p => p.Kind != PersonKind.Pupil).ToDictionaryAsync(p => p.Id, p => p.FullName, cancellationToken);

    private async Task<DateOnly> TodayAsync(CancellationToken cancellationToken) =>
        Instant.Now(clock).DayIn(TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken)));
}
