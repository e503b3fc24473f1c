using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Matching;

/// <summary>Compares a photo's faces where that is allowed. Where it is and goes wrong, the photo misses a check it should have had, so the failure is told.</summary>
internal sealed class Comparer(IMatchingBook book, IFaceMatcher matcher, ILogger<Comparer> logger)
{
    public async Task<Comparison> CompareAsync(SchoolId school, MediaId media, LayeredPicture picture, ImmutableArray<FaceRegion> faces, CancellationToken cancellationToken)
    {
        if (faces.IsEmpty || await book.GroundAsync(school, media, cancellationToken) is not { Count: > 0 } enrolled)
        {
            return Comparison.None;
        }

#pragma warning disable CA1031 // the model is foreign code: whatever it throws, the photo is held and the rest go on
        try
        {
            return new Comparison(matcher.Match(picture.Whole, faces, enrolled, cancellationToken), ReasonCode.None);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMessages.NotCompared(logger, media, e.GetType().Name);
            return new Comparison(null, e is MediaException { Reason: ReasonCode.ModelMissing or ReasonCode.ModelAltered } known ? known.Reason : ReasonCode.DetectorFailed);
        }
#pragma warning restore CA1031
    }
}
