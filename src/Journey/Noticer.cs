using System.Collections.Concurrent;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Looks at a share once and makes an item of every file that came to rest; remembers what keeps photos from coming.</summary>
internal sealed class Noticer(IShareScanner scanner, IItemLedger ledger, Shares shares, TimeProvider clock, ILogger<Noticer> logger) : IDisposable
{
    private readonly ConcurrentDictionary<SchoolId, ShareStanding> standings = new();
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>As the last look found it; null before the first.</summary>
    public ShareStanding? StandingOf(SchoolId school) => standings.GetValueOrDefault(school);

    /// <summary>Looks, and only looks.</summary>
    public async Task<ShareScan> ScanAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            return await scanner.ScanAsync(shares.RootOf(school), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public async Task<Look> LookAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        var scan = await ScanAsync(school, cancellationToken);
        standings.AddOrUpdate(school.Id, _ => Standing(null), (_, before) => Standing(before));
        if (!scan.IsAvailable)
        {
            LogMessages.ShareUnavailable(logger, school.Id);
            return new Look(false, [], 0, 0);
        }

        var made = new List<MediaId>();
        foreach (var file in scan.Stable)
        {
            if (await ledger.NoticeAsync(school, file, cancellationToken) is { } media)
            {
                made.Add(media);
            }
        }

        if (made.Count > 0)
        {
            LogMessages.Noticed(logger, school.Id, made.Count);
        }

        return new Look(true, made, scan.StillChanging, scan.Young);

        ShareStanding Standing(ShareStanding? before) => scan.IsAvailable ? new(null, scan.Stuck) : new(before?.AwaySince ?? Instant.Now(clock), before?.Stuck ?? 0);
    }

    internal sealed record Look(bool IsAvailable, IReadOnlyList<MediaId> New, int StillChanging, int Young);
}
