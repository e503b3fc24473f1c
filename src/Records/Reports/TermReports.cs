using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Reports;

internal sealed class TermReports(IRecordsFactory factory, TimeProvider clock) : ITermReports
{
    public async Task<TermReport> ReadAsync(SchoolId school, DateOnly from, DateOnly until, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
        var today = Instant.Now(clock).DayIn(zone);
        var (begin, end) = (Instant.StartOf(from, zone), Instant.StartOf(until.AddDays(1), zone));
        var media = db.Media.Where(m => m.ArrivedOn >= from && m.ArrivedOn <= until);
        var consents = db.Consents.Where(c => c.RecordedAt >= begin && c.RecordedAt < end);
        var yeses = await consents.CountAsync(c => c.Answer == ConsentAnswer.Given, cancellationToken);
        var pupils = db.People.Where(p => p.Kind == PersonKind.Pupil && p.ErasedAt == null && (p.LeftOn == null || p.LeftOn >= today));
        var sheets = db.Batches.Where(b => b.At >= begin && b.At < end);
        var incidents = await db.Incidents.AsNoTracking().Where(i => i.OpenedAt >= begin && i.OpenedAt < end)
            .Select(i => new { i.Kind, IsClosed = i.ClosedAt != null }).ToListAsync(cancellationToken);
        var classes = db.Groups.Where(g => !g.IsClub);
        return new TermReport(from, until)
        {
            Arrived = await media.CountAsync(cancellationToken),
            SetAside = await media.CountAsync(m => m.Status == MediaStatus.Quarantined, cancellationToken),
            Gone = await media.CountAsync(m => m.Status == MediaStatus.Gone, cancellationToken),
            Channels = await ChannelsAsync(db, begin, end, cancellationToken),
            Yeses = yeses,
            Noes = await consents.CountAsync(cancellationToken) - yeses,
            Pupils = await pupils.CountAsync(cancellationToken),
            PupilsNobodySpokeFor = await pupils.CountAsync(p => !db.Consents.Any(c => c.PersonId == p.Id), cancellationToken),
            Sheets = await sheets.CountAsync(cancellationToken),
            Drawn = await sheets.CountAsync(b => b.State != BatchState.NotDrawn, cancellationToken),
            Disputed = await sheets.CountAsync(b => b.State == BatchState.Disputed, cancellationToken),
            Incidents = [.. incidents.GroupBy(i => i.Kind).OrderBy(g => g.Key).Select(g => new IncidentCounts(g.Key, g.Count(), g.Count(i => i.IsClosed)))],
            OpenIncidents = await db.Incidents.CountAsync(i => i.ClosedAt == null, cancellationToken),
            Classes = await classes.CountAsync(cancellationToken),
            ClassesWithoutPhotos = await classes.CountAsync(g => !media.Any(m => m.GroupId == g.Id), cancellationToken),
        };
    }

    private static async Task<IReadOnlyList<ChannelCounts>> ChannelsAsync(RecordsContext db, Instant begin, Instant end, CancellationToken cancellationToken)
    {
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var policy = await PolicyStore.DocumentAsync(db, head.PolicyVersion, cancellationToken);
        var releases = await db.Releases.AsNoTracking()
            .Where(r => (r.ReleasedAt >= begin && r.ReleasedAt < end) || (r.RecallingAt >= begin && r.RecallingAt < end) || r.State == ReleaseState.Recalling)
            .Select(r => new { r.Channel, r.State, r.ReleasedAt, r.RecallingAt, r.RecalledAt }).ToListAsync(cancellationToken);
        return
        [
            .. policy.Channels.Select(channel =>
            {
                var own = releases.Where(r => r.Channel == channel.Channel).ToList();
                var back = own.Where(r => r.RecallingAt is { } at && at >= begin && at < end).ToList();
                var took = back.Where(r => r.RecalledAt is not null).Select(r => (r.RecalledAt!.Value - r.RecallingAt!.Value).TotalHours).ToList();
                return new ChannelCounts(
                    channel.Name, own.Count(r => r.ReleasedAt is { } at && at >= begin && at < end), back.Count, took.Count, took.Count > 0 ? took.Max() : null, own.Count(r => r.State == ReleaseState.Recalling));
            }),
        ];
    }
}
