using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection.Pictures;
using NetVips;

namespace MediaGuard.Vision.Tests;

/// <summary>Pictures as the room gets them: upright sRGB pixels.</summary>
internal static class TestPictures
{
    public static PixelImage Sample(string name) => Load(SamplePictures.PathOf(name));

    public static PixelImage Load(string path)
    {
        using var file = Image.NewFromFile(path);
        return From(file.Autorot());
    }

    public static PixelImage Shrunk(string name, int longSide)
    {
        using var file = Image.Thumbnail(SamplePictures.PathOf(name), longSide, height: longSide);
        return From(file);
    }

    public static PixelImage Cut(PixelImage picture, int x, int y, int width, int height)
    {
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        return From(image.Crop(x, y, width, height));
    }

    /// <summary>The picture on a larger plain canvas.</summary>
    public static PixelImage Framed(PixelImage picture, int width, int height)
    {
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        return From(image.Embed(width / 3, height / 3, width, height, Enums.Extend.Background, [120, 130, 110]));
    }

    public static PixelImage Turned(PixelImage picture, int quarterTurns)
    {
        var turned = new byte[picture.Rgb.Length];
        new QuarterTurn(quarterTurns, picture.Width, picture.Height).Turn(picture.Rgb, turned);
        return quarterTurns % 2 == 0 ? new PixelImage(picture.Width, picture.Height, turned) : new PixelImage(picture.Height, picture.Width, turned);
    }

    /// <summary>A classroom wall: paint, a skirting board, a notice board with sheets of paper on it.</summary>
    public static PixelImage Wall(int width, int height)
    {
        using var wall = (Image.Black(width, height, 3) + new double[] { 214, 205, 180 }).Cast(Enums.BandFormat.Uchar);
        var drawn = wall.Mutate(m =>
        {
            m.DrawRect([120, 90, 60], 0, height * 9 / 10, width, height / 10, fill: true);
            m.DrawRect([60, 110, 70], width / 6, height / 6, width * 2 / 3, height / 2, fill: true);
            for (var i = 0; i < 6; i++)
            {
                m.DrawRect([240, 240 - (20 * i), 120 + (20 * i)], (width / 5) + (i * width / 10), height / 4, width / 14, height / 6, fill: true);
            }
        });
        return From(drawn);
    }

    private static PixelImage From(Image image)
    {
        using var rgb = image.Colourspace(Enums.Interpretation.Srgb).ExtractBand(0, 3).Cast(Enums.BandFormat.Uchar);
        return new PixelImage(rgb.Width, rgb.Height, rgb.WriteToMemory<byte>());
    }
}
