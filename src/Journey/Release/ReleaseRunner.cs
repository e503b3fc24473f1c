using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Publisher.Channels;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Releases;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Journey.Release;

/// <summary>Delivers what is queued for channels that deliver by themselves. Every copy passes the gate at the moment it leaves.</summary>
internal sealed class ReleaseRunner(
    Clearance.Gate gate,
    IVault vault,
    RedactionRunner redactions,
    ChannelDirectory channels,
    IReleaseBook book,
    IFaultPoints faults,
    TimeProvider clock,
    IOptions<JourneyOptions> options,
    ILogger<ReleaseRunner> logger)
{
    /// <summary>How long a picture that can't be opened waits: somebody must find it again first.</summary>
    private static readonly TimeSpan LongPause = TimeSpan.FromHours(1);

    /// <summary>Delivers one entry, or puts it off. Never throws but for a stop: the books say what is still to be done.</summary>
    /// <returns>When to try again; null when nothing is left to do.</returns>
    public async Task<Instant?> DeliverAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
#pragma warning disable CA1031 // a channel may run foreign code; whatever goes wrong, the entry is tried again and the rest go on
        try
        {
            if (await TryDeliverAsync(school, media, channel, cancellationToken) is not { } pause)
            {
                return null;
            }

            LogMessages.DeliveryPutOff(logger, media, channel);
            var later = Instant.Now(clock) + pause;
            await book.PutOffAsync(school, media, channel, later, cancellationToken);
            return later;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            LogMessages.DeliveryFailed(logger, media, channel, e.GetType().Name, Surroundings.SiteOf(e));
            return Instant.Now(clock) + options.Value.WaitFor;
        }
#pragma warning restore CA1031
    }

    /// <summary>How long to wait before it is tried again; null when nothing is left to do.</summary>
    private async Task<TimeSpan?> TryDeliverAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        if (await book.DeliveryAsync(school, media, channel, cancellationToken) is not { } delivery)
        {
            return null;
        }

        // before the gate: what it lets pass counts as on its way out
        if (await book.WaitingAsync(school, media, channel, cancellationToken) is { } rendition && await vault.HasLostAsync(VaultObject.Rendition(school, rendition), cancellationToken))
        {
            return await AfterLossAsync(school, media, rendition, cancellationToken);
        }

        faults.Reach("release.before-gate");
        var outcome = await gate.PassAsync(new ReleaseRequest(school, media, channel, null), cancellationToken);
        if (outcome.Clearance is not { } clearance)
        {
            return null;
        }

        faults.Reach("release.leaving");
        try
        {
            if (await HandOverAsync(school, channel, delivery, clearance, cancellationToken) is not { } proof)
            {
                return options.Value.WaitFor;
            }

            faults.Reach("release.handed-over");
            await book.SaveReleasedAsync(school, clearance.Release, proof, cancellationToken);
        }
        catch (VaultException e) when (Surroundings.IsLost(e))
        {
            return await AfterLossAsync(school, media, clearance.Rendition, cancellationToken);
        }

        faults.Reach("release.released");
        LogMessages.Released(logger, clearance.Release, channel);
        return null;
    }

    /// <summary>What was made of the cleaned picture is made anew, and queued again once it is; anything else waits for somebody to put it back.</summary>
    private async Task<TimeSpan?> AfterLossAsync(SchoolId school, MediaId media, RenditionId rendition, CancellationToken cancellationToken) =>
        await redactions.MakeAnewAsync(school, media, rendition, cancellationToken) ? null : LongPause;

    /// <summary>The proof, or null when the copy may not have got there.</summary>
    private async Task<string?> HandOverAsync(SchoolId school, ChannelId channel, Delivery delivery, Clearance clearance, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.LongestDelivery / 2);
#pragma warning disable CA1031 // see above
        try
        {
            await using var jpeg = await vault.OpenAsync(VaultObject.Rendition(school, clearance.Rendition), limit.Token);
            var result = await channels.Of(delivery.Kind).ReleaseAsync(clearance, channels.TargetOf(school, channel, delivery), jpeg, limit.Token);
            return result.Outcome == ChannelOutcome.Done ? result.Proof : null;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested && !(e is VaultException lost && Surroundings.IsLost(lost)))
        {
            LogMessages.DeliveryFailed(logger, clearance.Request.Media, channel, e.GetType().Name, Surroundings.SiteOf(e));
            return null;
        }
#pragma warning restore CA1031
    }
}
