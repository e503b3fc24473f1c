using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Looking;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Writes the looks noted twice a second, and chains a digest of them every minute. An orderly end writes what is left.</summary>
internal sealed class SideLogLoop(IRecordsFactory records, ISideLog log, TimeProvider clock, LoopTurns turns, ILogger<SideLogLoop> logger) : BackgroundService
{
    private static readonly TimeSpan WriteEvery = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ChainEvery = TimeSpan.FromMinutes(1);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await turns.TryAsync(nameof(SideLogLoop), logger, () => log.FlushAsync(cancellationToken), cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var chained = clock.GetTimestamp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(SideLogLoop), logger, () => log.FlushAsync(stoppingToken), stoppingToken);
            if (clock.GetElapsedTime(chained) >= ChainEvery)
            {
                await turns.TryAsync(nameof(SideLogLoop), logger, () => ChainAsync(stoppingToken), stoppingToken);
                chained = clock.GetTimestamp();
            }

            await Task.Delay(WriteEvery, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ChainAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            while (await log.ChainAsync(school.Id, cancellationToken) > 0)
            {
                // a batch at a time, so that nobody waits long for the lock
            }
        }
    }
}
