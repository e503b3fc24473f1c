namespace MediaGuard.Vision.Evaluation;

/// <summary>What is found when only boxes of at least some confidence count.</summary>
/// <param name="Confidence">Of a box, 0 to 1.</param>
/// <param name="Recall">Of labelled faces with a shorter side of at least 20 pixels.</param>
/// <param name="Precision">The share of boxes in labelled pictures that show a labelled face of any size.</param>
/// <param name="FalseRate">False faces a picture without faces.</param>
public sealed record FaceCurvePoint(double Confidence, double Recall, double Precision, double FalseRate);
