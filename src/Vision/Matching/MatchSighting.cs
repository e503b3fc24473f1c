using System.Collections.Immutable;

namespace MediaGuard.Vision.Matching;

/// <summary>What comparing said of a picture's faces.</summary>
/// <param name="Faces">One per face asked about, in their order.</param>
/// <param name="Model">As <c>name@digest8</c>; null when nothing was compared.</param>
public sealed record MatchSighting(ImmutableArray<FaceMatch> Faces, string? Model);
