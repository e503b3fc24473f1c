using System.Runtime.CompilerServices;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Evidence;

/// <summary>Counts photos of a time; no photo is loaded.</summary>
internal sealed class EvidencePhotos(RecordsContext db, DateOnly from, DateOnly until, Instant begin, Instant end)
{
    /// <summary>Counts each code between the commas of the column; what follows a colon is an id.</summary>
    /// <remarks>EF has no join of rows with a list of its own on SQLite. The names of an enum need no escaping.</remarks>
    private static readonly string EachReason =
        $$"""
        WITH c(code) AS (VALUES {{string.Join(", ", Enum.GetNames<ReasonCode>().Where(c => c != nameof(ReasonCode.None)).Select(c => $"('{c}')"))}})
        SELECT v."Channel" AS "Channel", c.code AS "Code", COUNT(*) AS "Photos" FROM "Verdicts" v
        JOIN "Media" m ON m."SchoolId" = v."SchoolId" AND m."Id" = v."MediaId"
        JOIN c ON ',' || v."Reasons" || ',' LIKE '%,' || c.code || ',%' OR ',' || v."Reasons" LIKE '%,' || c.code || ':%'
        WHERE v."SchoolId" = {0} AND v."IsCurrent" AND m."ArrivedOn" >= {1} AND m."ArrivedOn" <= {2}
        GROUP BY v."Channel", c.code
        """;

    private IQueryable<MediaRow> Arrived => db.Media.Where(m => m.ArrivedOn >= from && m.ArrivedOn <= until);

    private IQueryable<VerdictRow> Current => db.Verdicts.Where(v => v.IsCurrent && Arrived.Any(m => m.Id == v.MediaId));

    public async Task<IReadOnlyList<EngineUse>> EnginesAsync(CancellationToken cancellationToken)
    {
        var used = await db.Verdicts.Where(v => v.At >= begin && v.At < end).GroupBy(v => new { v.EngineVersion, v.ModelsVersion })
            .Select(g => new { g.Key.EngineVersion, g.Key.ModelsVersion, Count = g.Count() }).ToListAsync(cancellationToken);
        return [.. used.OrderByDescending(u => u.Count).ThenBy(u => u.ModelsVersion, StringComparer.Ordinal).Select(u => new EngineUse(u.EngineVersion, u.ModelsVersion, u.Count))];
    }

    public async Task<IReadOnlyList<ChannelVerdicts>> VerdictsAsync(PolicyDocument policy, CancellationToken cancellationToken)
    {
        var verdicts = await Current.GroupBy(v => new { v.Channel, v.Verdict }).Select(g => new { g.Key.Channel, g.Key.Verdict, Count = g.Count() }).ToListAsync(cancellationToken);
        var reasons = await db.Database.SqlQuery<Tally>(FormattableStringFactory.Create(EachReason, db.School.Value, from, until)).ToListAsync(cancellationToken);
        int Count(string channel, Verdict verdict) => verdicts.Where(v => v.Channel == channel && v.Verdict == verdict).Sum(v => v.Count);
        return
        [
            .. policy.Channels.Select(c => c.Channel).Union(verdicts.Select(v => v.Channel)).Select(channel => new ChannelVerdicts(
                policy.Channels.FirstOrDefault(c => c.Channel == channel)?.Name ?? channel,
                Count(channel, Verdict.Cleared),
                Count(channel, Verdict.Held),
                Count(channel, Verdict.Refused),
                [.. reasons.Where(r => r.Channel == channel).Select(r => new ReasonCount(Enum.Parse<ReasonCode>(r.Code), (int)r.Photos)).OrderByDescending(r => r.Photos).ThenBy(r => r.Code)])),
        ];
    }

    public Task<int> UndecidedAsync(CancellationToken cancellationToken) =>
        Arrived.CountAsync(m => m.Status <= MediaStatus.Shredded && !db.Verdicts.Any(v => v.IsCurrent && v.MediaId == m.Id), cancellationToken);

    public async Task<IReadOnlyList<ReasonCount>> SetAsideAsync(CancellationToken cancellationToken) =>
    [
        .. (await Arrived.Where(m => m.Status == MediaStatus.Quarantined).GroupBy(m => m.Reason).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken))
            .Select(g => new ReasonCount(g.Key, g.Count)).OrderByDescending(r => r.Photos).ThenBy(r => r.Code),
    ];

    public async Task<OriginalCounts> OriginalsAsync(CancellationToken cancellationToken)
    {
        var states = await Arrived.GroupBy(m => new { m.SourceState, NotLetGo = m.Waiting == ReasonCode.DeviceCopyNotRemovable })
            .Select(g => new { g.Key.SourceState, g.Key.NotLetGo, Count = g.Count() }).ToListAsync(cancellationToken);
        int Count(SourceState state) => states.Where(s => s.SourceState == state).Sum(s => s.Count);
        return new OriginalCounts(
            Count(SourceState.Removed),
            Count(SourceState.AlreadyGone),
            Count(SourceState.Changed),
            Count(SourceState.Present),
            states.Where(s => s.SourceState == SourceState.Present && s.NotLetGo).Sum(s => s.Count),
            await db.Media.CountAsync(m => m.ShreddedAt >= begin && m.ShreddedAt < end, cancellationToken));
    }

    private sealed record Tally(string Channel, string Code, long Photos);
}
