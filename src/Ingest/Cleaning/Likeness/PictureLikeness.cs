using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Cleaning.Likeness;

/// <summary>
/// The difference hash of a picture: shrunk to nine by eight greys, each bit says whether a grey is brighter than its neighbour on the right. Light and exposure
/// change it little, since only neighbours are compared; 72 greys hold nobody's face.
/// </summary>
public static class PictureLikeness
{
    private const int Columns = 8;
    private const int Rows = 8;

    /// <summary>Of 256 shades: what is flatter looks like every other flat picture.</summary>
    private const int LeastContrast = 12;

    static PictureLikeness() => Libraries.Prepare();

    /// <returns>Null when the picture is too flat for its likeness to mean anything.</returns>
    public static PerceptualHash? Of(LayeredPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var pixels = picture.Half ?? picture.Whole;
        try
        {
            using var whole = Image.NewFromMemory(pixels.Rgb, pixels.Width, pixels.Height, 3, Enums.BandFormat.Uchar);
            using var srgb = whole.Copy(interpretation: Enums.Interpretation.Srgb);
            using var tiny = srgb.ThumbnailImage(Columns + 1, height: Rows, size: Enums.Size.Force, noRotate: true);
            using var grey = tiny.Colourspace(Enums.Interpretation.Bw);
            return Of(grey.WriteToMemory<byte>());
        }
        catch (VipsException)
        {
            return null; // it is decided alone, and goes on
        }
    }

    private static PerceptualHash? Of(ReadOnlySpan<byte> greys)
    {
        var (least, most, bits) = (byte.MaxValue, byte.MinValue, 0L);
        for (var at = 0; at < greys.Length; at++)
        {
            (least, most) = (Math.Min(least, greys[at]), Math.Max(most, greys[at]));
            if ((at + 1) % (Columns + 1) != 0)
            {
                bits = (bits << 1) | (greys[at] > greys[at + 1] ? 1L : 0L);
            }
        }

        return most - least < LeastContrast ? null : new PerceptualHash(bits);
    }
}
