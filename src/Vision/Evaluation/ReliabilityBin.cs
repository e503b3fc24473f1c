namespace MediaGuard.Vision.Evaluation;

/// <summary>Boxes of about one confidence, and how many of them show a face: what the confidence is worth.</summary>
/// <param name="Least">Confidence, inclusive.</param>
/// <param name="Below">Exclusive; the last bin holds 1 too.</param>
/// <param name="Mean">Of the confidences in it; zero when there are none.</param>
/// <param name="Right">Boxes that show a labelled face. Faces nobody labelled count as none, so the truth lies a little higher.</param>
public sealed record ReliabilityBin(double Least, double Below, double Mean, Share Right);
