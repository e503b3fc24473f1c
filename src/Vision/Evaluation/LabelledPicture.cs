using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Vision.Evaluation;

/// <summary>One picture of a labelled folder.</summary>
/// <param name="Path">Its file.</param>
/// <param name="Width">Of the upright picture the labels were drawn on.</param>
/// <param name="Height">Of the same.</param>
/// <param name="Faces">In that picture's pixels; empty for a picture without faces.</param>
public sealed record LabelledPicture(string Path, int Width, int Height, ImmutableArray<PixelBox> Faces)
{
    /// <summary>Never the path: a file's name may be a child's.</summary>
    public override string ToString() => $"{Faces.Length} faces in {Width} x {Height}";

    /// <summary>The labels in a picture of another size: a rendition may have been made smaller.</summary>
    public ImmutableArray<PixelBox> FacesAt(int width, int height)
    {
        var (x, y) = Width > 0 && Height > 0 ? ((double)width / Width, (double)height / Height) : (1, 1);
        return [.. Faces.Select(f => new PixelBox(f.X * x, f.Y * y, f.Width * x, f.Height * y))];
    }
}
