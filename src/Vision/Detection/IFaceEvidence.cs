namespace MediaGuard.Vision.Detection;

/// <summary>A model whose scores count for or against a face.</summary>
/// <remarks>Each brings its own calibration, so models can be added or be absent without refitting the others.</remarks>
internal interface IFaceEvidence
{
    /// <summary>Its name in the manifest.</summary>
    string Model { get; }

    /// <summary>What its score adds to the log-odds that a proposal is a face; null when it looked and proposed nothing there.</summary>
    double LogOdds(float? score);

    /// <summary>The model, on its own, takes this for a face: then it is shown at least as a maybe, whatever the others say.</summary>
    bool IsSure(float? score);
}
