using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class UprightTests : CleaningFixture
{
    [Test]
    public void Clean_JpegOfEveryOrientation_ComesOutUprightOnce([Range(1, 8)] int orientation)
    {
        using var stored = Drawing.StoredFor(orientation);
        var file = WithTags($"o{orientation}.jpg", Drawing.Jpeg(stored), "-n", $"-Orientation={orientation}");

        Drawing.AssertUpright(CleanPixels(file));
    }

    [Test]
    public void Clean_TiffOfEveryOrientation_ComesOutUprightOnce([Range(1, 8)] int orientation)
    {
        using var stored = Drawing.StoredFor(orientation);
        var file = WithTags($"o{orientation}.tif", stored.TiffsaveBuffer(), "-n", $"-Orientation={orientation}");

        Drawing.AssertUpright(CleanPixels(file));
    }

    [Test]
    public void Clean_WebPAndPngWithExifOrientation_ComesOutUpright([Values(3, 6, 8)] int orientation, [Values("webp", "png")] string kind)
    {
        using var stored = Drawing.StoredFor(orientation);
        var plain = kind == "png" ? stored.PngsaveBuffer() : stored.WebpsaveBuffer(lossless: true);
        var file = WithTags($"o{orientation}.{kind}", plain, "-n", $"-Orientation={orientation}");

        Drawing.AssertUpright(CleanPixels(file));
    }

    /// <remarks>Exif says the same as the box, as iPads write it: turned twice would show.</remarks>
    [Test]
    public void Clean_HeicWithTransformBoxAndExif_ComesOutUprightOnce([Values(1, 2, 3, 6, 8)] int orientation, [Values("heic", "avif")] string kind)
    {
        using var stored = Drawing.StoredFor(orientation);
        var jpeg = WithTags($"h{orientation}.jpg", Drawing.Jpeg(stored, 98), "-n", $"-Orientation={orientation}");
        var path = Path.Combine(Folder, $"h{orientation}.{kind}");
        Tool.HeifEnc(["-q", "95", "-p", "chroma=444", .. kind == "avif" ? (string[])["-A"] : [], Put($"src{orientation}.jpg", jpeg), "-o", path]);
        var file = File.ReadAllBytes(path);
        if (orientation != 1)
        {
            PutTransform(file, orientation);
        }

        Drawing.AssertUpright(CleanPixels(file), tolerance: 12);
    }

    /// <summary>Makes the file's <c>pixi</c> property an <c>irot</c> (quarter turns anticlockwise) or <c>imir</c> (1: left and right change places), ISO 23008-12 §6.5.10, §6.5.12.</summary>
    private static void PutTransform(byte[] file, int orientation)
    {
        var at = file.AsSpan().IndexOf("pixi"u8);
        Assert.That(at, Is.Positive, "heif-enc writes a pixi property");
        var (name, value) = orientation switch
        {
            2 => ("imir", 1),
            3 => ("irot", 2),
            6 => ("irot", 3),
            _ => ("irot", 1),
        };
        System.Text.Encoding.ASCII.GetBytes(name).CopyTo(file, at);
        file[at + 4] = (byte)value;
    }

    [Test]
    public void Clean_HeicWhoseExifAloneSaysTurned_IsNotTurned()
    {
        using var upright = Drawing.Quarters();
        var heic = Path.Combine(Folder, "exif-only.heic");
        var jpeg = WithTags("plain.jpg", Drawing.Jpeg(upright, 98), "-n", "-Orientation=1");
        Tool.HeifEnc("-q", "95", "-p", "chroma=444", Put("plain.jpg", jpeg), "-o", heic);
        Tool.ExifTool("-q", "-overwrite_original", "-n", "-Orientation=6", heic);

        Drawing.AssertUpright(CleanPixels(File.ReadAllBytes(heic)), tolerance: 12);
    }

    [Test]
    public void Clean_SmallPicture_KeepsItsSize()
    {
        using var tiny = Drawing.Solid(3, 2, 10, 200, 30);
        var cleaned = Clean(Drawing.Jpeg(tiny));
        Assert.That((cleaned.Width, cleaned.Height), Is.EqualTo((3, 2)));
    }
}
