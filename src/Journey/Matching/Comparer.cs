using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Records.Matching;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Matching;

/// <summary>Compares a photo's faces where that is allowed. Whatever goes wrong here costs a suggestion and nothing else.</summary>
internal sealed class Comparer(IMatchingBook book, IFaceMatcher matcher, ILogger<Comparer> logger)
{
    /// <summary>Null: nothing was compared, and no embedding was made.</summary>
    public async Task<MatchSighting?> CompareAsync(SchoolId school, MediaId media, PixelImage picture, ImmutableArray<FaceRegion> faces, CancellationToken cancellationToken)
    {
        if (faces.IsEmpty || await book.GroundAsync(school, media, cancellationToken) is not { Count: > 0 } enrolled)
        {
            return null;
        }

#pragma warning disable CA1031 // a suggestion is never worth a photo
        try
        {
            return matcher.Match(picture, faces, enrolled, cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogMessages.NotCompared(logger, media, e.GetType().Name);
            return null;
        }
#pragma warning restore CA1031
    }
}
