using MediaGuard.Media;

namespace MediaGuard.Journey.Evaluation;

/// <summary>The last evaluation of matching, for the page that switches it on.</summary>
/// <param name="EqualErrorRate">0 to 1.</param>
/// <param name="WrongPairs">Share of pairs of different people accepted at the lower of the program’s thresholds.</param>
/// <param name="WrongPairsHigh">The upper end of its 95 % interval.</param>
/// <param name="Asked">Photos that were looked up.</param>
/// <param name="Named">Of those, how many were named rightly.</param>
public sealed record MatchingSummary(
    Instant MadeAt, int People, int Photos, double EqualErrorRate, double WrongPairs, double WrongPairsHigh, int Asked, int Named, int NamedWrongly);
