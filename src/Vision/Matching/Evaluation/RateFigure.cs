namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>The share of the same person accepted at the threshold that accepts this share of different people.</summary>
/// <param name="IsResolved">There are pairs enough of different people to tell; otherwise the threshold is only the highest seen.</param>
public sealed record RateFigure(double FalseAcceptRate, Estimate Threshold, Estimate TrueAcceptRate, bool IsResolved);
