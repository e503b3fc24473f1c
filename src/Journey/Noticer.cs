using MediaGuard.Ingest.Arrivals;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Looks at a share once and makes an item of every file that came to rest.</summary>
internal sealed class Noticer(IShareScanner scanner, IItemLedger ledger, Shares shares, ILogger<Noticer> logger)
{
    public async Task<Look> LookAsync(SchoolInfo school, CancellationToken cancellationToken)
    {
        var scan = await scanner.ScanAsync(shares.RootOf(school), cancellationToken);
        if (!scan.IsAvailable)
        {
            LogMessages.ShareUnavailable(logger, school.Id);
            return new Look(false, [], 0);
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

        return new Look(true, made, scan.StillChanging);
    }

    internal sealed record Look(bool IsAvailable, IReadOnlyList<MediaId> New, int StillChanging);
}
