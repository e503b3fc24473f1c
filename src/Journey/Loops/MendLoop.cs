using MediaGuard.Journey.Review;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>At the start and every hour destroys orphans; sends photos the detectors could not look at back to be looked at once the models are right; makes the redacted renditions a crash left unmade.</summary>
internal sealed class MendLoop(VaultSweep sweep, SecondLook secondLook, RedactionRunner redactions, SealRunner seals, Wake wake, IOptions<JourneyOptions> options, TimeProvider clock, LoopTurns turns, ILogger<MendLoop> logger) : BackgroundService
{
    private static readonly TimeSpan SweepEvery = TimeSpan.FromHours(1);

    private int turnsRight;
    private string? standing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long? swept = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            if (swept is null || clock.GetElapsedTime(swept.Value) >= SweepEvery)
            {
                await turns.TryAsync(nameof(MendLoop), logger, () => sweep.RunAsync(stoppingToken), stoppingToken);
                swept = clock.GetTimestamp();
            }

            await turns.TryAsync(nameof(MendLoop), logger, () => LookAgainAsync(stoppingToken), stoppingToken);
            await turns.TryAsync(nameof(MendLoop), logger, () => seals.RunAsync(stoppingToken), stoppingToken);
            await turns.TryAsync(nameof(MendLoop), logger, () => redactions.RunAsync(stoppingToken), stoppingToken);
            await Task.Delay(options.Value.MendEvery, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Twice after the models became right, or others: a step that was looking at that moment stores its failure after the first time.</summary>
    private async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        var now = secondLook.Standing;
        turnsRight = now is null ? 0 : now == standing ? turnsRight + 1 : 1;
        standing = now;
        if (turnsRight is 1 or 2 && await secondLook.RunAsync(cancellationToken) > 0)
        {
            wake.Up();
        }
    }
}
