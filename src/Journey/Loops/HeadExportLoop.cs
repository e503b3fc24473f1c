using MediaGuard.Journey.Heads;
using MediaGuard.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Every minute holds the books against what was signed of them; writes every school's signed head at the start and once a day.</summary>
internal sealed class HeadExportLoop(IRecordsFactory records, PutBackWatch watch, AuditHeads heads, TimeProvider clock, LoopTurns turns, ILogger<HeadExportLoop> logger) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMinutes(1);

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
        await watch.LookAsync(cancellationToken);
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await heads.ExportAsync(school, cancellationToken);
        }
    }
}
