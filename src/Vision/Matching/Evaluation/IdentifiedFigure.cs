namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>What became of the photos that were looked up.</summary>
/// <param name="LeastMargin">Of those named, the least distance to the next person.</param>
public sealed record IdentifiedFigure(int Asked, int Right, int Wrong, int NotSure, int Nobody, double LeastMargin);
