using System.Collections.Immutable;

namespace MediaGuard.Vision.Evaluation;

/// <summary>What the models found in labelled pictures, and in pictures without faces.</summary>
/// <param name="Models">That looked, <c>name@digest8</c>.</param>
/// <param name="Pictures">Labelled ones.</param>
/// <param name="Faces">Labelled ones.</param>
/// <param name="Bands">Recall by size of face.</param>
/// <param name="Unlabelled">Boxes in labelled pictures that show no labelled face, maybes included; some of them are faces nobody labelled.</param>
/// <param name="EmptyPictures">Pictures without faces.</param>
/// <param name="FalseAny">False faces in all of those, maybes included.</param>
/// <param name="FalseSure">False faces in all of those, maybes left out.</param>
/// <param name="Spoilt">The share of those that got one at all.</param>
/// <param name="Curve">By least confidence, with what is too unlikely to be shown.</param>
/// <param name="Operating">The operating point: what is shown to the office.</param>
/// <param name="Reliability">Of all boxes in all pictures, by confidence.</param>
/// <param name="Unread">Files that could not be read as pictures; they count nowhere else.</param>
public sealed record FaceFigures(
    ImmutableArray<string> Models,
    int Pictures,
    int Faces,
    ImmutableArray<FaceSizeBand> Bands,
    int Unlabelled,
    int EmptyPictures,
    int FalseAny,
    int FalseSure,
    Share Spoilt,
    ImmutableArray<FaceCurvePoint> Curve,
    FaceCurvePoint Operating,
    ImmutableArray<ReliabilityBin> Reliability,
    int Unread)
{
    /// <summary>False faces a picture without faces, maybes included: the operating point.</summary>
    public double FalseAnyRate => EmptyPictures == 0 ? 0 : (double)FalseAny / EmptyPictures;

    public double FalseSureRate => EmptyPictures == 0 ? 0 : (double)FalseSure / EmptyPictures;
}
