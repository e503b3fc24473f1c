using MediaGuard.Ingest.Vault;
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
    ChannelDirectory channels,
    IReleaseBook book,
    IFaultPoints faults,
    TimeProvider clock,
    IOptions<JourneyOptions> options,
    ILogger<ReleaseRunner> logger)
{
    public async Task DeliverAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        if (await book.DeliveryAsync(school, media, channel, cancellationToken) is not { } delivery)
        {
            return;
        }

        faults.Reach("release.before-gate");
        var outcome = await gate.PassAsync(new ReleaseRequest(school, media, channel, null), cancellationToken);
        if (outcome.Clearance is not { } clearance)
        {
            return;
        }

        faults.Reach("release.leaving");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(options.Value.LongestDelivery / 2);
        if (await HandOverAsync(school, channel, delivery, clearance, limit.Token) is not { } proof)
        {
            await book.PutOffAsync(school, media, channel, Instant.Now(clock) + options.Value.WaitFor, cancellationToken);
            LogMessages.DeliveryPutOff(logger, media, channel);
            return;
        }

        faults.Reach("release.handed-over");
        await book.SaveReleasedAsync(school, clearance.Release, proof, cancellationToken);
        faults.Reach("release.released");
        LogMessages.Released(logger, clearance.Release, channel);
    }

    private async Task<string?> HandOverAsync(SchoolId school, ChannelId channel, Delivery delivery, Clearance clearance, CancellationToken cancellationToken)
    {
        try
        {
            await using var jpeg = await vault.OpenAsync(VaultObject.Rendition(school, clearance.Rendition), cancellationToken);
            var result = await channels.Of(delivery.Kind).ReleaseAsync(clearance, channels.TargetOf(school, channel, delivery), jpeg, cancellationToken);
            return result.Outcome == ChannelOutcome.Done ? result.Proof : null;
        }
        catch (MediaException)
        {
            return null;
        }
    }
}
