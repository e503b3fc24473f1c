namespace MediaGuard.Vision.Evaluation;

/// <summary>The figures of one way of looking, beside others on the same pictures.</summary>
/// <param name="Name">Of the way, or of what was done to the pictures.</param>
public sealed record FaceRow(string Name, FaceFigures Figures);
