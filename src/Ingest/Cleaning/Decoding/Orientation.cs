using System.Globalization;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Decoding;

/// <summary>Turns a picture upright by its orientation (Exif 3.0 §4.6.5, TIFF tag 274), once: the result carries none.</summary>
internal static class Orientation
{
    private const string Field = "orientation";

    /// <remarks>Rows come from the decoder once and in order. Turning needs them all, so they are held in memory: never in a file, where a picture would lie in the clear.</remarks>
    public static Image Upright(Image image)
    {
        var orientation = image.Contains(Field) ? System.Convert.ToInt32(image.Get(Field), CultureInfo.InvariantCulture) : 1;
        if (orientation is < 2 or > 8)
        {
            return image.Copy();
        }

        using var pixels = image.CopyMemory();
        return pixels.Autorot();
    }
}
