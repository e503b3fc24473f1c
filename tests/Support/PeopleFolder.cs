using MediaGuard.Media;

namespace MediaGuard.Tests.Support;

/// <summary>Makes small labelled photos out of a group photo, in a format every part of the program reads.</summary>
public static class PeopleFolder
{
    /// <summary>What lies in and round a box, by a margin that shows a whole head.</summary>
    public static PixelImage Around(PixelImage picture, PixelBox box)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var (x, y) = ((int)Math.Max(0, box.X - (box.Width * 0.3)), (int)Math.Max(0, box.Y - (box.Height * 0.3)));
        var (width, height) = ((int)Math.Min(picture.Width - x, box.Width * 1.6), (int)Math.Min(picture.Height - y, box.Height * 1.6));
        var cut = new byte[width * height * 3];
        for (var row = 0; row < height; row++)
        {
            picture.Rgb.AsSpan((((y + row) * picture.Width) + x) * 3, width * 3).CopyTo(cut.AsSpan(row * width * 3));
        }

        return new PixelImage(width, height, cut);
    }

    /// <summary>The same picture, every value times <paramref name="factor"/>.</summary>
    public static PixelImage Lit(PixelImage picture, double factor)
    {
        ArgumentNullException.ThrowIfNull(picture);
        return new PixelImage(picture.Width, picture.Height, [.. picture.Rgb.Select(value => (byte)Math.Clamp(value * factor, 0, 255))]);
    }

    /// <summary>The same picture, left and right exchanged.</summary>
    public static PixelImage Mirrored(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var mirrored = new byte[picture.Rgb.Length];
        for (var at = 0; at < picture.Width * picture.Height; at++)
        {
            var (row, column) = Math.DivRem(at, picture.Width);
            picture.Rgb.AsSpan(at * 3, 3).CopyTo(mirrored.AsSpan(((row * picture.Width) + picture.Width - 1 - column) * 3));
        }

        return new PixelImage(picture.Width, picture.Height, mirrored);
    }

    /// <summary>A folder a person with three photos of each, as `evaluate matching` wants them.</summary>
    public static void Fill(string folder, IReadOnlyDictionary<string, PixelImage> people)
    {
        ArgumentNullException.ThrowIfNull(people);
        foreach (var (name, photo) in people)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllBytes(Path.Combine(own, "1.bmp"), Bitmap(photo));
            File.WriteAllBytes(Path.Combine(own, "2.bmp"), Bitmap(Lit(photo, 0.7)));
            File.WriteAllBytes(Path.Combine(own, "3.bmp"), Bitmap(Mirrored(photo)));
        }
    }

    /// <summary>A 24-bit BMP.</summary>
    public static byte[] Bitmap(PixelImage picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var stride = ((picture.Width * 3) + 3) / 4 * 4;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("BM"u8);
        foreach (var number in new[] { 54 + (stride * picture.Height), 0, 54, 40, picture.Width, picture.Height })
        {
            writer.Write(number);
        }

        writer.Write((short)1);
        writer.Write((short)24);
        foreach (var number in new[] { 0, stride * picture.Height, 2835, 2835, 0, 0 })
        {
            writer.Write(number);
        }

        for (var y = picture.Height - 1; y >= 0; y--)
        {
            for (var x = 0; x < picture.Width; x++)
            {
                var at = ((y * picture.Width) + x) * 3;
                writer.Write([picture.Rgb[at + 2], picture.Rgb[at + 1], picture.Rgb[at]]);
            }

            writer.Write(new byte[stride - (picture.Width * 3)]);
        }

        return bytes.ToArray();
    }
}
