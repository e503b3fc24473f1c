using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Evidence;
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
        var policy = await PolicyStore.CurrentAsync(db, cancellationToken);
        var counts = (await db.Releases.GroupBy(r => r.Channel).Select(g => new
        {
            g.Key,
            Out = g.Count(r => r.ReleasedAt >= begin && r.ReleasedAt < end),
            Back = g.Count(r => r.RecallingAt >= begin && r.RecallingAt < end),
            Open = g.Count(r => r.State == ReleaseState.Recalling),
        }).ToListAsync(cancellationToken)).ToDictionary(c => c.Key);
        var lines = new List<ChannelCounts>();
        foreach (var channel in policy.Channels)
        {
            var own = counts.GetValueOrDefault(channel.Channel);
            var took = own is null or { Back: 0 } ? SpanCounts.None : await Spans.CountAsync(Recalled(db, channel.Channel, begin, end), cancellationToken);
            lines.Add(new ChannelCounts(channel.Name, own?.Out ?? 0, own?.Back ?? 0, took.Count, took.MedianHours, took.LongestHours, own?.Open ?? 0));
        }

        return lines;
    }

    /// <summary>How long each recall ordered in the time took to its proof.</summary>
    private static IQueryable<SpanRow> Recalled(RecordsContext db, string channel, Instant begin, Instant end) => db.Database.SqlQuery<SpanRow>(
        $"""
        SELECT "RecalledAt" - "RecallingAt" AS "Value" FROM "Releases"
        WHERE "SchoolId" = {db.School.Value} AND "Channel" = {channel} AND "RecallingAt" >= {begin.Microseconds} AND "RecallingAt" < {end.Microseconds} AND "RecalledAt" IS NOT NULL
        """);
}
