using System.Globalization;
using System.Security;
using System.Text;
using NetVips;

namespace MediaGuard.Ingest.Formats.Dressing;

/// <summary>Makes pictures that carry what devices write: for the demo school and for tests. Nothing of it is used on a school's own photos.</summary>
public static class PictureDresser
{
    /// <summary>The same pixels as a JPEG with EXIF, GPS and an XMP title.</summary>
    /// <param name="keepTop">The share of the height that is kept, from the top: 1 keeps all.</param>
    public static byte[] Dress(byte[] picture, DressedPicture with, double keepTop = 1)
    {
        ArgumentNullException.ThrowIfNull(with);
        using var image = Image.NewFromBuffer(picture);
        using var kept = image.Crop(0, 0, image.Width, Math.Clamp((int)(image.Height * keepTop), 1, image.Height));
        return Write(kept, with);
    }

    /// <summary>A drawn classroom wall, 1600 × 1200: boards, bunting and paper, and nobody.</summary>
    public static byte[] DrawWall(DressedPicture with)
    {
        using var wall = Image.Black(1600, 1200, bands: 3) + new[] { 226d, 214, 190 };
        using var drawn = wall.Copy(interpretation: Enums.Interpretation.Srgb).Cast(Enums.BandFormat.Uchar).Mutate(m =>
        {
            m.DrawRect([96, 108, 94], 120, 120, 620, 460, fill: true);
            m.DrawRect([150, 110, 70], 110, 110, 640, 480, fill: false);
            double[][] paper = [[240, 196, 92], [120, 170, 214], [222, 120, 110], [150, 196, 130]];
            for (var row = 0; row < 3; row++)
            {
                for (var column = 0; column < 5; column++)
                {
                    m.DrawRect(paper[(row + column) % paper.Length], 860 + (column * 135), 140 + (row * 150), 110, 120, fill: true);
                    m.DrawLine([90, 90, 90], 875 + (column * 135), 190 + (row * 150), 950 + (column * 135), 190 + (row * 150));
                    m.DrawLine([90, 90, 90], 875 + (column * 135), 215 + (row * 150), 930 + (column * 135), 215 + (row * 150));
                }
            }

            for (var x = 0; x < 1600; x += 80)
            {
                m.DrawLine([180, 60, 70], x, 60, x + 80, 60);
                m.DrawRect(paper[x / 80 % paper.Length], x + 20, 62, 36, 30, fill: true);
            }

            m.DrawRect([146, 120, 96], 0, 980, 1600, 220, fill: true);
            for (var x = 0; x < 1600; x += 160)
            {
                m.DrawLine([110, 88, 70], x, 980, x, 1199);
            }
        });
        return Write(drawn, with);
    }

    private static byte[] Write(Image image, DressedPicture with)
    {
        using var dressed = image.Mutate(m =>
        {
            foreach (var field in image.GetFields().Where(f => f.StartsWith("exif-", StringComparison.Ordinal) || f is "xmp-data" or "iptc-data" or "photoshop-data"))
            {
                m.Remove(field);
            }

            var taken = with.Taken.ToString("yyyy:MM:dd HH:mm:ss", CultureInfo.InvariantCulture);
            m.Set(GValue.GStrType, "exif-ifd0-Make", Text(with.Make));
            m.Set(GValue.GStrType, "exif-ifd0-Model", Text(with.Model));
            m.Set(GValue.GStrType, "exif-ifd0-DateTime", taken);
            m.Set(GValue.GStrType, "exif-ifd2-DateTimeOriginal", taken);
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitudeRef", with.Latitude < 0 ? "S" : "N");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLatitude", Degrees(with.Latitude));
            m.Set(GValue.GStrType, "exif-ifd3-GPSLongitudeRef", with.Longitude < 0 ? "W" : "E");
            m.Set(GValue.GStrType, "exif-ifd3-GPSLongitude", Degrees(with.Longitude));
            m.Set(GValue.BlobType, "xmp-data", Encoding.UTF8.GetBytes(
                $"""
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title><rdf:Alt><rdf:li xml:lang="x-default">{SecurityElement.Escape(with.Title)}</rdf:li></rdf:Alt></dc:title></rdf:Description></rdf:RDF></x:xmpmeta>
                """));
        });
        return dressed.JpegsaveBuffer(q: 92);
    }

    /// <remarks>libvips drops what stands in the last parentheses: it takes that for its own note on the field.</remarks>
    private static string Text(string value) => $"{value} (ASCII)";

    private static string Degrees(double value)
    {
        var seconds = (long)Math.Round(Math.Abs(value) * 360_000);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 360_000}/1 {seconds / 6000 % 60}/1 {seconds % 6000}/100");
    }
}
