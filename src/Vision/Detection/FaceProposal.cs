using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Where a detector thinks a face may be, in the picture's pixels.</summary>
/// <param name="Box">May reach beyond the picture.</param>
/// <param name="Score">The detector's own, 0 to 1.</param>
internal readonly record struct FaceProposal(PixelBox Box, float Score);
