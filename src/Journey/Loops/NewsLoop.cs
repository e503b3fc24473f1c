using MediaGuard.Journey.Mail;
using MediaGuard.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Looks every minute whether somebody is to be told something by mail.</summary>
internal sealed class NewsLoop(IRecordsFactory records, IncidentNews incidents, SchoolNews news, TimeProvider clock, LoopTurns turns, ILogger<NewsLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(NewsLoop), logger, () => LookAsync(stoppingToken), stoppingToken);
            await Task.Delay(Every, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await turns.TryAsync(nameof(NewsLoop), logger, () => incidents.SendAsync(school, cancellationToken), cancellationToken);
            await turns.TryAsync(nameof(NewsLoop), logger, () => news.SendAsync(school, cancellationToken), cancellationToken);
        }
    }
}
