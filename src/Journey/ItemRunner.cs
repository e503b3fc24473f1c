using System.Collections.Concurrent;
using MediaGuard.Journey.Steps;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey;

/// <summary>Takes one item as far as it goes now. Losing the process at any instant loses nothing: the row says where to go on.</summary>
internal sealed class ItemRunner(
    IServiceProvider services,
    IItemLedger ledger,
    AloneGate gate,
    IFaultPoints faults,
    TimeProvider clock,
    IOptions<JourneyOptions> options,
    ILogger<ItemRunner> logger)
{
    /// <summary>After this many begun attempts of one step that never ended, the item is quarantined; the last one runs alone.</summary>
    public const int MostAttempts = 3;

    private readonly string owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.CreateVersion7():N}";
    private readonly ConcurrentDictionary<MediaId, int> excused = new();

    /// <summary>Runs step after step until the item rests, waits, or is somebody else's.</summary>
    public async Task AdvanceAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        while (await ledger.LoadAsync(school, media, cancellationToken) is { } item && JourneyPlan.NextAfter(item.Status) is not null && !IsAtRest(item))
        {
            faults.Reach($"journey.{item.Status}.before-lease");
            excused.TryGetValue(media, out var forgiven);
            var lease = await ledger.TryLeaseAsync(school, media, owner, options.Value.LeaseFor, forgiven, cancellationToken);
            if (lease is null)
            {
                return;
            }

            excused.TryRemove(media, out _);
            faults.Reach($"journey.{lease.Item.Status}.leased");
            if (!await StepAsync(lease, cancellationToken))
            {
                return;
            }
        }
    }

    private static bool IsAtRest(ItemSnapshot item) =>
        item.Status is MediaStatus.Quarantined or MediaStatus.Gone && item.SourceState != SourceState.Present;

    /// <returns>Whether to go on with the next step.</returns>
    private async Task<bool> StepAsync(Lease lease, CancellationToken cancellationToken)
    {
        var from = lease.Item.Status;
        if (JourneyPlan.NextAfter(from) is not { } planned)
        {
            await ledger.ReturnAsync(lease, default, ReasonCode.None, cancellationToken);
            return false;
        }

        if (lease.Attempt > MostAttempts)
        {
            return await QuarantineAsync(lease, ReasonCode.StepDiedRepeatedly, cancellationToken);
        }

        using var heartbeat = new Heartbeat(ledger, lease, options.Value.LeaseFor, clock, cancellationToken);
        using var place = await gate.EnterAsync(alone: lease.Attempt == MostAttempts, cancellationToken);
        var began = clock.GetTimestamp();
#pragma warning disable CA1031 // a step may run foreign code; whatever it throws is this one photo's matter
        try
        {
            var step = (IStep)services.GetRequiredService(planned.Step);
            var outcome = await step.RunAsync(lease, heartbeat.Token);
            faults.Reach($"journey.{from}.saved");
            if (!outcome.IsSaved)
            {
                await ledger.ReturnAsync(lease, outcome.NotBefore, outcome.Waiting, cancellationToken);
                return false;
            }

            LogMessages.StepDone(logger, lease.Item.Media, from, planned.To, (long)clock.GetElapsedTime(began).TotalMilliseconds);
            return true;
        }
        catch (LeaseLostException)
        {
            LogMessages.LeaseLost(logger, lease.Item.Media);
            return false;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ledger.ReturnAsync(lease, default, ReasonCode.None, CancellationToken.None);
            throw;
        }
        catch (Exception e)
        {
            return await AfterFailureAsync(lease, e, cancellationToken);
        }
#pragma warning restore CA1031
    }

    private async Task<bool> AfterFailureAsync(Lease lease, Exception exception, CancellationToken cancellationToken)
    {
        var from = lease.Item.Status;
        var reason = Surroundings.ReasonFor(exception);
        switch (reason)
        {
            case >= ReasonCode.StorageFull:
                LogMessages.PutOff(logger, lease.Item.Media, from, reason);
                await PutOffAsync(lease, reason, cancellationToken);
                return false;
            case ReasonCode.SourceVanished or ReasonCode.SourceChanged when from == MediaStatus.Noticed:
                await ledger.SaveGoneAsync(lease, reason, null, [], cancellationToken);
                return false;
            case not ReasonCode.None:
                return await QuarantineAsync(lease, reason, cancellationToken);
            default:
                LogMessages.StepFailed(logger, lease.Item.Media, from, lease.Attempt, exception.GetType().Name, Surroundings.SiteOf(exception));
                if (lease.Attempt >= MostAttempts)
                {
                    return await QuarantineAsync(lease, ReasonCode.StepDiedRepeatedly, cancellationToken);
                }

                await ledger.FailAsync(lease, Instant.Now(clock) + TimeSpan.FromSeconds(lease.Attempt), cancellationToken);
                return false;
        }
    }

    private async Task PutOffAsync(Lease lease, ReasonCode reason, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // when even this can't be written the lease runs out by itself
        try
        {
            await ledger.ReturnAsync(lease, Instant.Now(clock) + options.Value.WaitFor, reason, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            excused.AddOrUpdate(lease.Item.Media, 1, (_, n) => n + 1);
        }
#pragma warning restore CA1031
    }

    private async Task<bool> QuarantineAsync(Lease lease, ReasonCode reason, CancellationToken cancellationToken)
    {
        LogMessages.Quarantined(logger, lease.Item.Media, lease.Item.Status, reason);
        await ledger.QuarantineAsync(lease, reason, cancellationToken);
        return true;
    }
}
