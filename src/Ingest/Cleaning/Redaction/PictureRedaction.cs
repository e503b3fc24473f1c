using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Redaction;

/// <summary>What is taken out of a rendition before a copy may leave.</summary>
/// <param name="Blurred">Faces to be covered, in the rendition's upright pixels; a margin is added to each.</param>
/// <param name="Kept">The part that stays when the picture is cropped; null for all of it.</param>
public sealed record PictureRedaction(ImmutableArray<PixelBox> Blurred, PixelBox? Kept)
{
    private const double MarginShare = 0.35;
    private const double LeastMargin = 8;

    /// <summary>What is covered for a face: hair and ears tell who somebody is as well as the face does.</summary>
    public static PixelBox Around(PixelBox face)
    {
        var margin = Math.Max(MarginShare * Math.Max(face.Width, face.Height), LeastMargin);
        return new PixelBox(face.X - margin, face.Y - margin, face.Width + (2 * margin), face.Height + (2 * margin));
    }

    /// <summary>Whether nothing of this box is left: it lies wholly under what is covered for one face, or wholly outside what is kept.</summary>
    public bool Removes(PixelBox box) =>
        (Kept is { } kept && (box.Right <= kept.X || box.X >= kept.Right || box.Bottom <= kept.Y || box.Y >= kept.Bottom))
        || Blurred.Select(Around).Any(area => area.X <= box.X && area.Y <= box.Y && box.Right <= area.Right && box.Bottom <= area.Bottom);

    /// <summary>How much of this box is covered by what is covered for one face, 0 to 1.</summary>
    public double Covers(PixelBox box) => box.Area <= 0 ? 0 : Blurred.Select(Around).Select(area => Shared(area, box) / box.Area).DefaultIfEmpty(0).Max();

    private static double Shared(PixelBox one, PixelBox other) =>
        Math.Max(0, Math.Min(one.Right, other.Right) - Math.Max(one.X, other.X)) * Math.Max(0, Math.Min(one.Bottom, other.Bottom) - Math.Max(one.Y, other.Y));
}
