using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Recall;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Release;

/// <summary>Follows every recall to its proof.</summary>
internal sealed class RecallRunner(
    Recaller recaller, ChannelDirectory channels, IReleaseBook book, IFaultPoints faults, TimeProvider clock, IOptions<JourneyOptions> options, ILogger<RecallRunner> logger)
{
    /// <summary>Takes one copy back, or leaves the recall open. Never throws but for a stop.</summary>
    /// <returns>When to try again; null when the copy is proven gone.</returns>
    public async Task<Instant?> RecallAsync(SchoolId school, RecallTask task, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // a channel may run foreign code; whatever goes wrong, the recall stays open and the rest go on
        try
        {
            return await TakeBackAsync(school, task, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogMessages.RecallFailed(logger, task.Release, task.Channel, e.GetType().Name, Surroundings.SiteOf(e));
            return Instant.Now(clock) + options.Value.WaitFor;
        }
#pragma warning restore CA1031
    }

    private async Task<Instant?> TakeBackAsync(SchoolId school, RecallTask task, CancellationToken cancellationToken)
    {
        faults.Reach("recall.before");
        if (await book.DeliveryAsync(school, task.Media, task.Channel, cancellationToken) is not { } delivery)
        {
            // people fetched it themselves: nothing of ours lies outside
            return await SaveAsync(school, task, "fetched by hand; no copy of ours outside", cancellationToken);
        }

        var target = channels.TargetOf(school, task.Channel, delivery);
        var result = await recaller.RecallAsync(new RecallOrder(task.Release, task.ReleaseName), delivery.Kind, target, cancellationToken);
        faults.Reach("recall.done");
        if (result.Outcome == ChannelOutcome.Done)
        {
            return await SaveAsync(school, task, result.Proof, cancellationToken);
        }

        var later = Instant.Now(clock) + options.Value.WaitFor;
        await book.PutOffRecallAsync(school, task.Release, later, cancellationToken);
        LogMessages.RecallPutOff(logger, task.Release, task.Channel);
        return later;
    }

    private async Task<Instant?> SaveAsync(SchoolId school, RecallTask task, string proof, CancellationToken cancellationToken)
    {
        if (await book.SaveRecalledAsync(school, task.Release, proof, options.Value.LongestDelivery, cancellationToken))
        {
            LogMessages.Recalled(logger, task.Release, task.Channel);
            return null;
        }

        return Instant.Now(clock) + options.Value.LongestDelivery; // a copy may still be on its way
    }
}
