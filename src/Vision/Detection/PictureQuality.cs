using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Detection;

/// <summary>How far "no face" can be trusted: a picture may be too dark or too small to see anybody in.</summary>
/// <param name="Light">The brightness, 0 to 255, that one pixel in twenty exceeds.</param>
/// <param name="ShorterSide">In pixels.</param>
/// <remarks>The limits are set where hardly anything can be seen; they are not fitted to the share of faces found. Blur is not judged.</remarks>
internal readonly record struct PictureQuality(double Light, int ShorterSide)
{
    /// <summary>Labelled photos have 165 and more; made darker by four stops 42 and more.</summary>
    public const double LeastLight = 40;
    public const int LeastSide = 100;
    private const int LongSide = 640;

    public bool IsPoor => Light < LeastLight || ShorterSide < LeastSide;

    public static PictureQuality Of(PicturePyramid picture)
    {
        var level = picture.At((int)Math.Max(0, Math.Round(Math.Log2((double)picture.LongSide / LongSide))));
        Span<int> lights = stackalloc int[256];
        var rgb = level.Rgb.AsSpan(0, level.Width * level.Height * 3);
        for (var at = 0; at < rgb.Length; at += 3)
        {
            // ITU-R BT.601, in 1/256
            lights[((77 * rgb[at]) + (150 * rgb[at + 1]) + (29 * rgb[at + 2])) >> 8]++;
        }

        var left = rgb.Length / 3 / 20;
        var light = 255;
        while (light > 0 && (left -= lights[light]) >= 0)
        {
            light--;
        }

        return new PictureQuality(light, Math.Min(picture.Width, picture.Height));
    }
}
