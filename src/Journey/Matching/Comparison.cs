using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Journey.Matching;

/// <summary>What came of comparing a photo's faces.</summary>
/// <param name="Sighting">What was said of the faces; null when nothing was compared, and no embedding was made.</param>
/// <param name="Failure">Why faces that should have been compared were not; none when they were, or need not be.</param>
internal sealed record Comparison(MatchSighting? Sighting, ReasonCode Failure)
{
    /// <summary>Nothing was to be compared.</summary>
    public static Comparison None { get; } = new(null, ReasonCode.None);
}
