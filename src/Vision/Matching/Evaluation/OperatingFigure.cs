namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>What a threshold of the program does to pairs.</summary>
public sealed record OperatingFigure(string Name, double Threshold, Estimate FalseAcceptRate, Estimate TrueAcceptRate);
