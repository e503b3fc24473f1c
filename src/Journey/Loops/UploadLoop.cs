using MediaGuard.Journey.Uploads;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Puts uploads into the share that waited for it, and removes what was broken off and not gone on with.</summary>
internal sealed class UploadLoop(IUploadDesk uploads, TimeProvider clock, LoopTurns turns, ILogger<UploadLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(UploadLoop), logger, () => uploads.TendAsync(stoppingToken), stoppingToken);
            await turns.TryAsync(nameof(UploadLoop), logger, () => Task.Delay(Every, clock, stoppingToken), stoppingToken);
        }
    }
}
