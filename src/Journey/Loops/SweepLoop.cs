using Hangfire;
using MediaGuard.Journey.Jobs;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Loops;

/// <summary>Hands out everything that is due: new items, what stands still, deliveries, recalls. Losing every job therefore loses nothing.</summary>
internal sealed class SweepLoop(
    IRecordsFactory records,
    ISchoolBooks schools,
    IItemLedger ledger,
    IReleaseBook book,
    IBackgroundJobClient jobs,
    Wake wake,
    IOptions<JourneyOptions> options,
    LoopTurns turns, ILogger<SweepLoop> logger)
    : BackgroundService
{
    private const int AtMost = 500;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Value.Jobs == "memory")
        {
            await turns.TryAsync(nameof(SweepLoop), logger, () => ForgetAsync(stoppingToken), stoppingToken);
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await turns.TryAsync(nameof(SweepLoop), logger, () => SweepAsync(stoppingToken), stoppingToken);
            await turns.TryAsync(nameof(SweepLoop), logger, () => wake.WaitAsync(options.Value.SweepEvery, stoppingToken), stoppingToken);
        }
    }

    /// <summary>Jobs kept in memory ended with the process before.</summary>
    private async Task ForgetAsync(CancellationToken cancellationToken)
    {
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            await schools.ForgetHandedOutAsync(school.Id, cancellationToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var pause = options.Value.HandOutAgainAfter;
        foreach (var school in await records.SchoolsAsync(cancellationToken))
        {
            var id = school.Id.ToString();
            foreach (var task in await book.TakeRecallsAsync(school.Id, AtMost, pause, cancellationToken))
            {
                var release = task.Release.ToString();
                var (media, channel, name) = (task.Media.ToString(), task.Channel.Value, task.ReleaseName);
                jobs.Enqueue<JourneyJobs>(j => j.RecallAsync(id, release, media, channel, name, CancellationToken.None));
            }

            foreach (var media in await ledger.TakeDueAsync(school.Id, AtMost, pause, cancellationToken))
            {
                var item = media.ToString();
                jobs.Enqueue<JourneyJobs>(j => j.AdvanceAsync(id, item, CancellationToken.None));
            }

            var delivering = await book.DeliveringChannelsAsync(school.Id, cancellationToken);
            foreach (var due in await book.TakeDueAsync(school.Id, delivering, AtMost, pause, cancellationToken))
            {
                var (item, channel) = (due.Media.ToString(), due.Channel.Value);
                jobs.Enqueue<JourneyJobs>(j => j.DeliverAsync(id, item, channel, CancellationToken.None));
            }
        }
    }
}
