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

    private const int RightsTakeLonger = 40;

    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    private readonly string owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.CreateVersion7():N}";
    private readonly ConcurrentDictionary<MediaId, int> excused = new();

    /// <summary>
    /// Runs step after step until the item rests, waits, or is somebody else's. What goes wrong is noted at the item and never thrown: one photo's trouble
    /// stops no other, and no exception's text, which might quote a name, reaches the job engine.
    /// </summary>
    /// <returns>When to try again, where that is known.</returns>
    public async Task<Instant?> AdvanceAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // see above
        try
        {
            return await GoOnAsync(school, media, cancellationToken);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (LeaseLostException)
        {
            LogMessages.LeaseLost(logger, media);
        }
        catch (Exception e)
        {
            LogMessages.BooksFailed(logger, media, Surroundings.ReasonFor(e), e.GetType().Name, Surroundings.SiteOf(e));
        }
#pragma warning restore CA1031

        return Instant.Now(clock) + options.Value.LeaseFor; // by then the lease has run out, whoever holds it
    }

    private async Task<Instant?> GoOnAsync(SchoolId school, MediaId media, CancellationToken cancellationToken)
    {
        while (await ledger.LoadAsync(school, media, cancellationToken) is { } item && JourneyPlan.NextAfter(item.Status) is not null && !IsAtRest(item))
        {
            faults.Reach($"journey.{item.Status}.before-lease");
            excused.TryGetValue(media, out var forgiven);
            var lease = await ledger.TryLeaseAsync(school, media, owner, options.Value.LeaseFor, forgiven, cancellationToken);
            if (lease is null)
            {
                return null;
            }

            excused.TryRemove(media, out _);
            faults.Reach($"journey.{lease.Item.Status}.leased");
            var turn = await StepAsync(lease, cancellationToken);
            if (!turn.GoesOn)
            {
                return turn.Again;
            }
        }

        return null;
    }

    private static bool IsAtRest(ItemSnapshot item) =>
        item.Status is MediaStatus.Quarantined or MediaStatus.Gone && item.SourceState != SourceState.Present;

    private async Task<Turn> StepAsync(Lease lease, CancellationToken cancellationToken)
    {
        var from = lease.Item.Status;
        if (JourneyPlan.NextAfter(from) is not { } planned)
        {
            return await WaitAsync(lease, default, ReasonCode.None, cancellationToken);
        }

        if (lease.Attempt > MostAttempts)
        {
            return await QuarantineAsync(lease, ReasonCode.StepDiedRepeatedly, LeftoverKind.None, cancellationToken);
        }

        using var heartbeat = new Heartbeat(ledger, lease, options.Value.LeaseFor, clock, cancellationToken);
        var began = clock.GetTimestamp();
#pragma warning disable CA1031 // a step may run foreign code; whatever it throws is this one photo's matter
        try
        {
            using var place = await gate.EnterAsync(alone: lease.Attempt == MostAttempts, heartbeat.Token);
            var step = (IStep)services.GetRequiredService(planned.Step);
            var outcome = await step.RunAsync(lease, heartbeat.Token);
            faults.Reach($"journey.{from}.saved");
            if (!outcome.IsSaved)
            {
                return await WaitAsync(lease, outcome.NotBefore, outcome.Waiting, cancellationToken);
            }

            LogMessages.StepDone(logger, lease.Item.Media, from, planned.To, (long)clock.GetElapsedTime(began).TotalMilliseconds);
            return new Turn(true, null);
        }
        catch (LeaseLostException)
        {
            throw;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await ledger.ReturnAsync(lease, default, ReasonCode.None, CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (heartbeat.Token.IsCancellationRequested)
        {
            throw new LeaseLostException(lease.Item.Media);
        }
        catch (Exception e)
        {
            return await AfterFailureAsync(lease, e, cancellationToken);
        }
#pragma warning restore CA1031
    }

    private async Task<Turn> AfterFailureAsync(Lease lease, Exception exception, CancellationToken cancellationToken)
    {
        var from = lease.Item.Status;
        var reason = Surroundings.ReasonFor(exception);
        switch (reason)
        {
            case >= ReasonCode.StorageFull:
                LogMessages.PutOff(logger, lease.Item.Media, from, reason);
                return await PutOffAsync(lease, reason, cancellationToken);
            case ReasonCode.SourceVanished or ReasonCode.SourceChanged when from == MediaStatus.Noticed:
                await ledger.SaveGoneAsync(lease, reason, null, [], cancellationToken);
                return Turn.Over;
            case not ReasonCode.None:
                return await QuarantineAsync(lease, reason, (exception as MediaException)?.Leftover ?? LeftoverKind.None, cancellationToken);
            default:
                LogMessages.StepFailed(logger, lease.Item.Media, from, lease.Attempt, exception.GetType().Name, Surroundings.SiteOf(exception));
                if (lease.Attempt >= MostAttempts)
                {
                    return await QuarantineAsync(lease, ReasonCode.StepDiedRepeatedly, LeftoverKind.None, cancellationToken);
                }

                var again = Instant.Now(clock) + TimeSpan.FromSeconds(lease.Attempt);
                await ledger.FailAsync(lease, again, cancellationToken);
                return new Turn(false, again);
        }
    }

    private async Task<Turn> PutOffAsync(Lease lease, ReasonCode reason, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // when even this can't be written the lease runs out by itself
        try
        {
            // before it is tried, the whole original is read again; and rights are given by people
            var wait = options.Value.WaitFor * (reason == ReasonCode.DeviceCopyNotRemovable ? RightsTakeLonger : 1);
            return await WaitAsync(lease, Instant.Now(clock) + wait, reason, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException and not LeaseLostException)
        {
            excused.AddOrUpdate(lease.Item.Media, 1, (_, n) => n + 1);
            return Turn.Over;
        }
#pragma warning restore CA1031
    }

    private async Task<Turn> WaitAsync(Lease lease, Instant until, ReasonCode waiting, CancellationToken cancellationToken)
    {
        await ledger.ReturnAsync(lease, until, waiting, cancellationToken);
        return new Turn(false, until);
    }

    private async Task<Turn> QuarantineAsync(Lease lease, ReasonCode reason, LeftoverKind leftover, CancellationToken cancellationToken)
    {
        if (lease.Item.Status is MediaStatus.Quarantined or MediaStatus.Gone)
        {
            // it rests already, and why is on the record; only the device's copy could not be removed
            return await WaitAsync(lease, Instant.Now(clock) + LongPause, ReasonCode.None, cancellationToken);
        }

        LogMessages.Quarantined(logger, lease.Item.Media, lease.Item.Status, reason);
        await ledger.QuarantineAsync(lease, reason, leftover, cancellationToken);
        return new Turn(true, null);
    }

    /// <summary>How one turn ended: whether the item goes on at once, and otherwise when it may be tried again.</summary>
    private readonly record struct Turn(bool GoesOn, Instant? Again)
    {
        public static readonly Turn Over = new(false, null);
    }
}
