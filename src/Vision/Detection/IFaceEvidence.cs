namespace MediaGuard.Vision.Detection;

/// <summary>A model whose scores count for or against a face.</summary>
/// <remarks>Each brings its own calibration, so models can be added or be absent without refitting the others.</remarks>
internal interface IFaceEvidence
{
    /// <summary>Its name in the manifest.</summary>
    string Model { get; }

    /// <summary>What its score adds to the log-odds that a proposal is a face; null when it looked and proposed nothing there.</summary>
    double LogOdds(float? score);

    /// <summary>How much what the other models say still counts where this one looks too, 0 to 1.</summary>
    double OthersCount => 1;

    /// <summary>The model takes this for a face: it is among those that saw it.</summary>
    bool IsSure(float? score);

    /// <summary>The model is so sure that it is shown at least as a maybe, whatever the others say.</summary>
    bool IsSureAlone(float? score) => IsSure(score);
}
