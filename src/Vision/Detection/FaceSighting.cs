using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>What the detectors saw in one picture.</summary>
/// <param name="Faces">In upright pixel coordinates of the picture given, strongest first.</param>
/// <param name="Models">The models that looked, as <c>name@digest8</c>, in a fixed order: the models version of a verdict.</param>
public sealed record FaceSighting(ImmutableArray<FaceRegion> Faces, ImmutableArray<string> Models)
{
    /// <summary>Why faces can't be found reliably in this picture, such as PictureTooDark: who is not seen may be there all the same. None when they can.</summary>
    public ReasonCode Poor { get; init; }

    /// <summary>What was proposed and is too unlikely to be shown to anybody, strongest first. For measuring only; never stored.</summary>
    public ImmutableArray<FaceRegion> Unlikely { get; init; } = [];
}
