using MediaGuard.Media;
using MediaGuard.Records.Policies;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

/// <summary>Copies taken by hand, by editors, content systems and teachers, and how soon they came down.</summary>
internal sealed class EvidenceTakeDowns(RecordsContext db, Instant begin, Instant end)
{
    public async Task<IReadOnlyList<TakeDownCounts>> ReadAsync(PolicyDocument policy, CancellationToken cancellationToken)
    {
        var lines = new List<TakeDownCounts>();
        foreach (var channel in policy.Channels)
        {
            var (id, down) = (channel.Channel, Down(channel.Channel));
            var limit = (long)(channel.TakeDownWithinHours * Spans.Hour);
            lines.Add(new TakeDownCounts(
                channel.Name,
                channel.TakeDownWithinHours,
                await db.HandOuts.CountAsync(h => h.Channel == id && h.FirstAt >= begin && h.FirstAt < end, cancellationToken)
                    + await db.Posts.CountAsync(p => p.Channel == id && p.TakenAt >= begin && p.TakenAt < end, cancellationToken),
                await Spans.CountAsync(down, cancellationToken),
                await down.CountAsync(span => span.Value <= limit, cancellationToken),
                await db.HandOuts.CountAsync(h => h.Channel == id && h.RemovedAt == null && db.Releases.Any(r => r.Id == h.ReleaseId && r.State == ReleaseState.Recalling), cancellationToken)
                    + await db.Posts.CountAsync(p => p.Channel == id && p.EndedAt == null && db.Releases.Any(r => r.Id == p.ReleaseId && r.State == ReleaseState.Recalling), cancellationToken)));
        }

        return lines;
    }

    private IQueryable<SpanRow> Down(string channel)
    {
        var (school, first, last) = (db.School.Value, begin.Microseconds, end.Microseconds);
        return db.Database.SqlQuery<SpanRow>(
            $"""
            SELECT h."RemovedAt" - r."RecallingAt" AS "Value" FROM "HandOuts" h JOIN "Releases" r ON r."SchoolId" = h."SchoolId" AND r."Id" = h."ReleaseId"
            WHERE h."SchoolId" = {school} AND h."Channel" = {channel} AND h."RemovedAt" >= {first} AND h."RemovedAt" < {last} AND r."RecallingAt" <= h."RemovedAt"
            UNION ALL
            SELECT p."EndedAt" - r."RecallingAt" AS "Value" FROM "Posts" p JOIN "Releases" r ON r."SchoolId" = p."SchoolId" AND r."Id" = p."ReleaseId"
            WHERE p."SchoolId" = {school} AND p."Channel" = {channel} AND p."EndedAt" >= {first} AND p."EndedAt" < {last} AND r."RecallingAt" <= p."EndedAt"
            """);
    }
}
