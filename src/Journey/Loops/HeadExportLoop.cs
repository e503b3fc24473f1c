using MediaGuard.Journey.Heads;
using MediaGuard.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Writes every school's signed head at the start and once a day.</summary>
internal sealed class HeadExportLoop(IRecordsFactory records, AuditHeads heads, TimeProvider clock, LoopTurns turns, ILogger<HeadExportLoop> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(HeadExportLoop), logger, () => ExportAsync(stoppingToken), stoppingToken);
            await Task.Delay(LookEvery, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private async Task ExportAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await heads.ExportAsync(school, cancellationToken);
        }
    }
}
