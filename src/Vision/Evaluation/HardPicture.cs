using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Evaluation;

/// <summary>A labelled picture made harder, its labels with it.</summary>
/// <param name="Picture">As it is looked at.</param>
/// <param name="Faces">The labels in its pixels.</param>
public sealed record HardPicture(PixelImage Picture, ImmutableArray<PixelBox> Faces)
{
    /// <summary>The shorter side of the median face of a shrunk picture.</summary>
    public const double ShrunkFace = 24;

    private static readonly ImmutableArray<byte> TwoStops = [.. Enumerable.Range(0, 256).Select(v => (byte)Math.Round(255 * Encoded(Linear(v / 255.0) / 4)))];

    /// <summary>The same labels on the picture made harder.</summary>
    public static HardPicture Of(PixelImage picture, ImmutableArray<PixelBox> faces, Hardship hardship)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return hardship switch
        {
            Hardship.Turned90 => Turned(picture, faces, 1),
            Hardship.Turned180 => Turned(picture, faces, 2),
            Hardship.Turned270 => Turned(picture, faces, 3),
            Hardship.Mirrored => new HardPicture(Mirror(picture), [.. faces.Select(f => f with { X = picture.Width - f.Right })]),
            Hardship.Darkened => new HardPicture(new PixelImage(picture.Width, picture.Height, [.. picture.Rgb.Select(v => TwoStops[v])]), faces),
            Hardship.Shrunk => Shrunk(picture, faces),
            _ => new HardPicture(picture, faces),
        };
    }

    public override string ToString() => $"{Faces.Length} faces in {Picture.Width} x {Picture.Height}";

    private static HardPicture Turned(PixelImage picture, ImmutableArray<PixelBox> faces, int turns)
    {
        var rgb = new byte[picture.Rgb.Length];
        new QuarterTurn(turns, picture.Width, picture.Height).Turn(picture.Rgb, rgb);
        var (width, height) = turns == 2 ? (picture.Width, picture.Height) : (picture.Height, picture.Width);
        // turning on until it is upright again puts a box of the upright picture where it lies in the turned one
        var on = new QuarterTurn(4 - turns, width, height);
        return new HardPicture(new PixelImage(width, height, rgb), [.. faces.Select(on.Back)]);
    }

    private static PixelImage Mirror(PixelImage picture)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var y = 0; y < picture.Height; y++)
        {
            for (int x = 0, from = y * picture.Width * 3, to = from + ((picture.Width - 1) * 3); x < picture.Width; x++, from += 3, to -= 3)
            {
                picture.Rgb.AsSpan(from, 3).CopyTo(rgb.AsSpan(to, 3));
            }
        }

        return new PixelImage(picture.Width, picture.Height, rgb);
    }

    private static HardPicture Shrunk(PixelImage picture, ImmutableArray<PixelBox> faces)
    {
        var sides = faces.Select(f => f.ShorterSide).Order().ToList();
        var scale = sides.Count == 0 ? 1 : ShrunkFace / sides[sides.Count / 2];
        if (scale >= 1)
        {
            return new HardPicture(picture, faces);
        }

        var (width, height) = ((int)Math.Max(1, Math.Round(picture.Width * scale)), (int)Math.Max(1, Math.Round(picture.Height * scale)));
        var values = new float[width * height * 3];
        using var pyramid = new PicturePyramid(picture);
        PictureSampler.Sample(pyramid, new PixelBox(0, 0, picture.Width, picture.Height), values, width, height, new TensorLayout(IsPlanar: false, IsBgr: false, 1, 0));
        var (x, y) = ((double)width / picture.Width, (double)height / picture.Height);
        return new HardPicture(
            new PixelImage(width, height, [.. values.Select(v => (byte)Math.Clamp(Math.Round(v), 0, 255))]),
            [.. faces.Select(f => new PixelBox(f.X * x, f.Y * y, f.Width * x, f.Height * y))]);
    }

    // IEC 61966-2-1
    private static double Linear(double v) => v <= 0.04045 ? v / 12.92 : Math.Pow((v + 0.055) / 1.055, 2.4);

    private static double Encoded(double v) => v <= 0.0031308 ? v * 12.92 : (1.055 * Math.Pow(v, 1 / 2.4)) - 0.055;
}
