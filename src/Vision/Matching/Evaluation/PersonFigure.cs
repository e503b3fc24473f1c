namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>The least likeness between two photos of one person.</summary>
public sealed record PersonFigure(int Person, int Photos, double Least);
