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

    // What holds a much smaller face is no part of it: a face on a shirt, a child before its father.
    private static double Shared(PixelBox face, PixelBox stronger)
    {
        var overlap = face.IntersectionOverUnion(stronger);
        var whole = stronger.Area < 0.2 * face.Area ? face.Area : Math.Min(face.Area, stronger.Area);
        return overlap / (1 + overlap) * (face.Area + stronger.Area) / whole;
    }
}
