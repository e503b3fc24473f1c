using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Detection;

/// <summary>How far "no face" can be trusted: a picture may be too dark, too blurred or too small to see anybody in.</summary>
/// <param name="Light">The brightness, 0 to 255, that one pixel in twenty exceeds.</param>
/// <param name="Sharpness">See <see cref="PictureSharpness"/>, 0 to 1.</param>
/// <param name="ShorterSide">In pixels.</param>
/// <remarks>models/README.md says how many faces are still found at and beyond each limit.</remarks>
internal readonly record struct PictureQuality(double Light, double Sharpness, int ShorterSide)
{
    public const double LeastLight = 40;
    public const double LeastSharpness = 0.28;
    public const int LeastSide = 100;
    private const int LongSide = 640;

    /// <summary>The first of its faults; None when it is good.</summary>
    public ReasonCode Poor => this switch
    {
        { ShorterSide: < LeastSide } => ReasonCode.PictureTooSmall,
        { Light: < LeastLight } => ReasonCode.PictureTooDark,
        { Sharpness: < LeastSharpness } => ReasonCode.PictureTooBlurred,
        _ => ReasonCode.None,
    };

    public static PictureQuality Of(PicturePyramid picture)
    {
        var halvings = (int)Math.Max(0, Math.Round(Math.Log2((double)picture.LongSide / LongSide)));
        return new PictureQuality(Brightness(picture.At(halvings)), PictureSharpness.Of(picture, halvings), Math.Min(picture.Width, picture.Height));
    }

    private static int Brightness(PicturePyramid.Level level)
    {
        Span<int> lights = stackalloc int[256];
        var rgb = level.Rgb.AsSpan(0, level.Width * level.Height * 3);
        for (var at = 0; at < rgb.Length; at += 3)
        {
            lights[Luma(rgb, at)]++;
        }

        var left = rgb.Length / 3 / 20;
        var light = 255;
        while (light > 0 && (left -= lights[light]) >= 0)
        {
            light--;
        }

        return light;
    }

    /// <summary>ITU-R BT.601, 0 to 255.</summary>
    internal static int Luma(ReadOnlySpan<byte> rgb, int at) => ((77 * rgb[at]) + (150 * rgb[at + 1]) + (29 * rgb[at + 2])) >> 8;
}
