using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;
using MediaGuard.Vision.Detection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Steps;

/// <summary>Looks for faces. Whatever keeps it from looking is stored as such: unknown is no, and the photo is held.</summary>
internal sealed class SeeStep(IVault vault, IPixelDecoder decoder, IFaceFinder finder, IHeads heads, ILogger<SeeStep> logger) : IStep
{
    public async Task<StepOutcome> RunAsync(Lease lease, CancellationToken cancellationToken)
    {
        var item = lease.Item;
        FaceSighting? sighting = null;
        var failure = ReasonCode.NoRendition;
        if (item.Rendition is { } rendition)
        {
            var jpeg = await vault.ReadAsync(VaultObject.Rendition(item.School, rendition), cancellationToken);
            (sighting, failure) = Look(item.Media, jpeg, cancellationToken);
        }

        await using var head = await heads.BeginAsync(item.School, cancellationToken);
        if (sighting is not null)
        {
            await head.SaveSeenAsync(lease, sighting.Faces, sighting.Models, sighting.IsPoor, cancellationToken);
        }
        else
        {
            await head.SaveUnseenAsync(lease, failure, cancellationToken);
        }

        await head.CommitAsync(cancellationToken);
        return StepOutcome.Saved;
    }

#pragma warning disable CA1031 // a detector is foreign code: whatever it throws, the photo is held and the rest go on
    private (FaceSighting? Sighting, ReasonCode Failure) Look(MediaId media, ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        try
        {
            return (finder.Find(decoder.Decode(jpeg), cancellationToken), ReasonCode.None);
        }
        catch (MediaException e)
        {
            LogMessages.NotSeen(logger, media, e.Reason);
            return (null, e.Reason is ReasonCode.ModelMissing or ReasonCode.ModelAltered ? e.Reason : ReasonCode.DetectorFailed);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMessages.DetectorThrew(logger, media, e.GetType().Name);
            return (null, ReasonCode.DetectorFailed);
        }
    }
#pragma warning restore CA1031
}
