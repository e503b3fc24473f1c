using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Leaves out what is part of a face already found: a chin, half a face at the edge of a tile.</summary>
internal static class CutOffFaces
{

    /// <summary>A region is left out when half of it lies in one twice as likely, or two thirds in one clearly more likely; the strongest always stays.</summary>
    /// <remarks>Two faces that hide each other are both strong, so neither is left out.</remarks>
    public static IEnumerable<FaceRegion> Without(IEnumerable<FaceRegion> faces)
    {
        var kept = new List<FaceRegion>();
        foreach (var face in faces.OrderByDescending(f => f.Confidence).ThenBy(f => f.Box.X).ThenBy(f => f.Box.Y))
        {
            if (!kept.Exists(k => IsPartOf(face, k)))
            {
                kept.Add(face);
            }
        }

        return kept;
    }

    private static bool IsPartOf(FaceRegion face, FaceRegion stronger)
    {
        var shared = Shared(face.Box, stronger.Box);
        return (shared > 0.5 && stronger.Confidence > 2 * face.Confidence) || (shared > 0.67 && stronger.Confidence > 1.25 * face.Confidence);
    }

    private static double Shared(PixelBox a, PixelBox b)
    {
        var overlap = a.IntersectionOverUnion(b);
        return overlap / (1 + overlap) * (a.Area + b.Area) / Math.Min(a.Area, b.Area);
    }
}
