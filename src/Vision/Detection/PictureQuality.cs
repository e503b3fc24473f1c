using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Detection;

/// <summary>How far "no face" can be trusted: a picture may be too dark, too blurred or too small to see anybody in.</summary>
/// <param name="Light">The brightness, 0 to 255, that one pixel in twenty exceeds.</param>
/// <param name="Sharpness">The step between neighbouring pixels that one in a hundred exceeds, as a share of <paramref name="Light"/>; at about 640 pixels on the long side.</param>
/// <param name="ShorterSide">In pixels.</param>
internal readonly record struct PictureQuality(double Light, double Sharpness, int ShorterSide)
{
    /// <remarks>Measured on labelled pictures made darker, blurred and smaller, see models/README.md: below these the share of faces found falls under 90 %.</remarks>
    public const double LeastLight = 40;
    public const double LeastSharpness = 0.06;
    public const int LeastSide = 160;
    private const int LongSide = 640;

    public bool IsPoor => Light < LeastLight || Sharpness < LeastSharpness || ShorterSide < LeastSide;

    public static PictureQuality Of(PicturePyramid picture)
    {
        var level = picture.At((int)Math.Max(0, Math.Round(Math.Log2((double)picture.LongSide / LongSide))));
        Span<int> lights = stackalloc int[256];
        Span<int> steps = stackalloc int[256];
        for (var y = 0; y < level.Height; y++)
        {
            var row = level.Rgb.AsSpan(y * level.Width * 3, level.Width * 3);
            var before = Luma(row, 0);
            for (var x = 0; x < level.Width; x++)
            {
                var luma = Luma(row, x * 3);
                lights[luma]++;
                steps[Math.Abs(luma - before)]++;
                before = luma;
            }
        }

        var light = Exceeded(lights, 0.05);
        return new PictureQuality(light, Exceeded(steps, 0.01) / Math.Max(1.0, light), Math.Min(picture.Width, picture.Height));
    }

    // ITU-R BT.601, in 1/256
    private static int Luma(ReadOnlySpan<byte> rgb, int at) => ((77 * rgb[at]) + (150 * rgb[at + 1]) + (29 * rgb[at + 2])) >> 8;

    private static int Exceeded(ReadOnlySpan<int> counts, double share)
    {
        var all = 0;
        foreach (var count in counts)
        {
            all += count;
        }

        var left = (int)(share * all);
        for (var value = 255; value > 0; value--)
        {
            left -= counts[value];
            if (left < 0)
            {
                return value;
            }
        }

        return 0;
    }
}
