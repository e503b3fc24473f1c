using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>What the detectors saw in one picture.</summary>
/// <param name="Faces">In upright pixel coordinates of the picture given, strongest first.</param>
/// <param name="Models">The models that looked, as <c>name@digest8</c>, in a fixed order: the models version of a verdict.</param>
public sealed record FaceSighting(ImmutableArray<FaceRegion> Faces, ImmutableArray<string> Models)
{
    /// <summary>Too dark or too small for faces to be found reliably: who is not seen may be there all the same.</summary>
    public bool IsPoor { get; init; }
}
