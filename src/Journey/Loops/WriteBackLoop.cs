using MediaGuard.Records;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Loops;

/// <summary>Every few seconds has SQLite's write-ahead log written back, so that no commit does it while somebody waits, and what was deleted does not stay there.</summary>
internal sealed class WriteBackLoop(DatabaseStart database, TimeProvider clock, LoopTurns turns, ILogger<WriteBackLoop> logger) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(WriteBackLoop), logger, () => database.WriteBackAsync(stoppingToken), stoppingToken);
            await Task.Delay(Every, clock, stoppingToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
