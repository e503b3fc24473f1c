namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>A figure with its 95 % interval, from drawing people anew 400 times.</summary>
public sealed record Estimate(double Value, double Low, double High);
