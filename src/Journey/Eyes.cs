using MediaGuard.Ingest.Cleaning;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey;

/// <summary>Looks for faces in a rendition. Whatever keeps it from looking is an answer: unknown is no.</summary>
internal sealed class Eyes(IPixelDecoder decoder, IFaceFinder finder, ILogger<Eyes> logger)
{
    /// <returns>The faces and the picture looked at, or why nobody looked.</returns>
#pragma warning disable CA1031 // a detector is foreign code: whatever it throws, the photo is held and the rest go on
    public (FaceSighting? Sighting, ReasonCode Failure, LayeredPicture? Picture) Look(MediaId media, ReadOnlyMemory<byte> jpeg, CancellationToken cancellationToken)
    {
        try
        {
            var picture = decoder.Open(jpeg);
            return (finder.Find(picture, cancellationToken), ReasonCode.None, picture);
        }
        catch (MediaException e)
        {
            LogMessages.NotSeen(logger, media, e.Reason);
            return (null, e.Reason is ReasonCode.ModelMissing or ReasonCode.ModelAltered ? e.Reason : ReasonCode.DetectorFailed, null);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMessages.DetectorThrew(logger, media, e.GetType().Name);
            return (null, ReasonCode.DetectorFailed, null);
        }
    }
#pragma warning restore CA1031
}
