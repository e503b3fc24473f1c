using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>Drawn pictures: four quarters of four colours, so that every turn and mirror shows.</summary>
internal static class Drawing
{
    public const int Width = 96;
    public const int Height = 64;

    public static readonly int[] TopLeft = [200, 40, 40];
    public static readonly int[] TopRight = [40, 180, 60];
    public static readonly int[] BottomLeft = [40, 60, 200];
    public static readonly int[] BottomRight = [220, 200, 60];

    public static Image Quarters(int width = Width, int height = Height)
    {
        using var top = Solid(width / 2, height / 2, TopLeft).Join(Solid(width - (width / 2), height / 2, TopRight), Enums.Direction.Horizontal);
        using var bottom = Solid(width / 2, height - (height / 2), BottomLeft).Join(Solid(width - (width / 2), height - (height / 2), BottomRight), Enums.Direction.Horizontal);
        return top.Join(bottom, Enums.Direction.Vertical).CopyMemory();
    }

    public static Image Solid(int width, int height, params int[] rgb)
    {
        using var black = Image.Black(width, height, bands: 3);
        return (black + rgb.Select(value => (double)value).ToArray()).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
    }

    /// <summary>Noise and waves: as hard to code as a photo.</summary>
    public static Image Textured(int width, int height)
    {
        using var noise = Image.Gaussnoise(width, height, sigma: 12, mean: 128, seed: 7);
        using var position = Image.Xyz(width, height);
        using var wave = (position[0] * 0.9).Math(Enums.OperationMath.Sin) * 50;
        using var one = (noise + wave).Cast(Enums.BandFormat.Uchar);
        using var two = noise.Cast(Enums.BandFormat.Uchar);
        using var three = (noise - wave).Cast(Enums.BandFormat.Uchar);
        using var all = one.Bandjoin(two, three);
        return all.Copy(interpretation: Enums.Interpretation.Srgb).CopyMemory();
    }

    public static byte[] Jpeg(Image image, int quality = 92) => image.JpegsaveBuffer(q: quality, subsampleMode: Enums.ForeignSubsample.Off);

    public static int[] At(PixelImage image, double x, double y)
    {
        var at = (((int)(y * image.Height) * image.Width) + (int)(x * image.Width)) * 3;
        return [image.Rgb[at], image.Rgb[at + 1], image.Rgb[at + 2]];
    }

    public static void AssertColour(PixelImage image, double x, double y, int[] expected, int tolerance)
    {
        var actual = At(image, x, y);
        for (var band = 0; band < 3; band++)
        {
            Assert.That(actual[band], Is.EqualTo(expected[band]).Within(tolerance), $"at {x}, {y}: {string.Join(",", actual)} instead of {string.Join(",", expected)}");
        }
    }

    /// <summary>Asserts the four quarters, upright.</summary>
    public static void AssertUpright(PixelImage image, int tolerance = 6)
    {
        Assert.That((image.Width, image.Height), Is.EqualTo((Width, Height)));
        AssertColour(image, 0.2, 0.2, TopLeft, tolerance);
        AssertColour(image, 0.8, 0.2, TopRight, tolerance);
        AssertColour(image, 0.2, 0.8, BottomLeft, tolerance);
        AssertColour(image, 0.8, 0.8, BottomRight, tolerance);
    }

    /// <summary>The stored picture that <paramref name="orientation"/> turns back into the upright one.</summary>
    public static Image StoredFor(int orientation)
    {
        using var upright = Quarters();
        return orientation switch
        {
            2 => upright.FlipHor(),
            3 => upright.Rot180(),
            4 => upright.FlipVer(),
            5 => upright.Rot90().FlipHor(),
            6 => upright.Rot270(),
            7 => upright.Rot270().FlipHor(),
            8 => upright.Rot90(),
            _ => upright.Copy(),
        };
    }
}
