using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>What a confirmer saw at a proposal.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Keypoints">As in <see cref="FaceRegion"/>; worth nothing when the score is low.</param>
internal readonly record struct FaceConfirmation(float Score, ImmutableArray<PixelPoint> Keypoints);
