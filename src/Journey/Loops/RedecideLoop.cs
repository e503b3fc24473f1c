using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>Keeps verdicts up with the register, the policy and the day.</summary>
internal sealed class RedecideLoop(Redecider redecider, Wake wake, IOptions<JourneyOptions> options, TimeProvider clock, LoopTurns turns, ILogger<RedecideLoop> logger) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(RedecideLoop), logger, () => TurnAsync(stoppingToken), stoppingToken);
            await Task.Delay(options.Value.SweepEvery, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task TurnAsync(CancellationToken cancellationToken)
    {
        if (await redecider.RunAsync(cancellationToken) > 0)
        {
            wake.Up();
        }
    }
}
