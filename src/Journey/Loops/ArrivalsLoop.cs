using MediaGuard.Ingest.Arrivals;
using MediaGuard.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>Watches every school's share, by events where the file system sends them and by polling everywhere.</summary>
internal sealed class ArrivalsLoop(
    IRecordsFactory records, Noticer noticer, IShareNudge nudge, Shares shares, Wake wake, IOptions<ArrivalOptions> options, LoopTurns turns, ILogger<ArrivalsLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = options.Value.PollEvery;
            var root = "";
            await turns.TryAsync(
                nameof(ArrivalsLoop),
                logger,
                async () =>
                {
                    foreach (var school in await records.SchoolsAsync(stoppingToken))
                    {
                        root = shares.RootOf(school);
                        var look = await noticer.LookAsync(school, stoppingToken);
                        if (look.New.Count > 0)
                        {
                            wake.Up();
                        }

                        if (look.Young > 0)
                        {
                            pause = TimeSpan.FromTicks(Math.Min(pause.Ticks, Math.Max(options.Value.StillFor.Ticks / 2, TimeSpan.FromMilliseconds(100).Ticks)));
                        }
                    }
                },
                stoppingToken);
            await turns.TryAsync(
                nameof(ArrivalsLoop),
                logger,
                () => root.Length > 0 ? nudge.WaitAsync(root, pause, stoppingToken) : Task.Delay(pause, stoppingToken),
                stoppingToken);
        }
    }
}
