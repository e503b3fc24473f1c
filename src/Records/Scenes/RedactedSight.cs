using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Records.Scenes;

/// <summary>What the detectors saw in a redacted rendition, in its own pixels; or why they could not look.</summary>
/// <param name="Failure">None when they looked; a doubt when they looked and could see little.</param>
public sealed record RedactedSight(ReasonCode Failure, ImmutableArray<FaceRegion> Faces, ImmutableArray<string> Models)
{
    /// <summary>What comparing said of the faces; empty where nothing was compared.</summary>
    public ImmutableArray<FaceMatch> Matches { get; init; } = [];
}
