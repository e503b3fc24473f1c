namespace MediaGuard.Vision.Matching.Evaluation;

/// <summary>Two photos of different people.</summary>
public sealed record PairFigure(int Person, int Photo, int OtherPerson, int OtherPhoto, double Similarity);
