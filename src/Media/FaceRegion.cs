using System.Collections.Immutable;

namespace MediaGuard.Media;

/// <summary>A face, or what may be one, in a rendition's upright pixel coordinates.</summary>
/// <param name="Box">Forehead to chin, ear to ear.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="IsDoubtful">One model alone saw it, or with doubt: shown to the office as "maybe", and never counts as no face.</param>
/// <param name="Keypoints">Right eye, left eye, nose tip, mouth, right and left ear where a model gave them; empty otherwise.</param>
/// <param name="SeenBy">Names of the models that saw it.</param>
public sealed record FaceRegion(
    PixelBox Box,
    double Confidence,
    bool IsDoubtful,
    ImmutableArray<PixelPoint> Keypoints,
    ImmutableArray<string> SeenBy);
