using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>At the start and every hour: destroys orphans, and sends photos the detectors could not look at back to be looked at once the models are right.</summary>
internal sealed class MendLoop(
    VaultSweep sweep, IRecordsFactory records, IItemLedger ledger, IModelCatalog models, Wake wake, ILogger<MendLoop> logger) : BackgroundService
{
    private bool modelsWereRight;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var turn = 0; !stoppingToken.IsCancellationRequested; turn++)
        {
            if (turn % 60 == 0)
            {
                await Loop.TryAsync(nameof(MendLoop), logger, () => sweep.RunAsync(stoppingToken), stoppingToken);
            }

            await Loop.TryAsync(nameof(MendLoop), logger, () => LookAgainAsync(stoppingToken), stoppingToken);
            await Task.Delay(TimeSpan.FromMinutes(1), stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task LookAgainAsync(CancellationToken cancellationToken)
    {
        var right = models.Check().Where(m => m.IsRequired).All(m => m.State == ModelState.Installed);
        if (right && !modelsWereRight)
        {
            foreach (var school in await records.SchoolsAsync(cancellationToken))
            {
                var count = await ledger.LookAgainAsync(school.Id, cancellationToken);
                if (count > 0)
                {
                    LogMessages.LookingAgain(logger, school.Id, count);
                    wake.Up();
                }
            }
        }

        modelsWereRight = right;
    }
}
