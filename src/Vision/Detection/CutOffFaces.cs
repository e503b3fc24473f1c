using MediaGuard.Media;

namespace MediaGuard.Vision.Detection;

/// <summary>Leaves out what is part of a face already found: a chin, half a face at the edge of a tile.</summary>
internal static class CutOffFaces
{
    private const double MostlyInside = 0.5;

    /// <summary>A region is left out when most of it, or of the other, lies in one at least twice as likely; the strongest always stays.</summary>
    /// <remarks>Two faces that hide each other are both strong, so neither is left out.</remarks>
    public static IEnumerable<FaceRegion> Without(IEnumerable<FaceRegion> faces)
    {
        var kept = new List<FaceRegion>();
        foreach (var face in faces.OrderByDescending(f => f.Confidence).ThenBy(f => f.Box.X).ThenBy(f => f.Box.Y))
        {
            if (!kept.Exists(k => k.Confidence > 2 * face.Confidence && Shared(k.Box, face.Box) > MostlyInside))
            {
                kept.Add(face);
            }
        }

        return kept;
    }

    private static double Shared(PixelBox a, PixelBox b)
    {
        var overlap = a.IntersectionOverUnion(b);
        return overlap / (1 + overlap) * (a.Area + b.Area) / Math.Min(a.Area, b.Area);
    }
}
