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

    [Test]
    public void Clean_HeicWithRotationBoxAndExif_ComesOutUprightOnce([Values(1, 3, 6, 8)] int orientation, [Values("heic", "avif")] string kind)
    {
        using var stored = Drawing.StoredFor(orientation);
        var jpeg = WithTags($"h{orientation}.jpg", Drawing.Jpeg(stored, 98), "-n", $"-Orientation={orientation}");
        var heic = Path.Combine(Folder, $"h{orientation}.{kind}");
        Tool.HeifEnc(["-q", "95", "-p", "chroma=444", .. kind == "avif" ? (string[])["-A"] : [], Put($"src{orientation}.jpg", jpeg), "-o", heic]);

        Drawing.AssertUpright(CleanPixels(File.ReadAllBytes(heic)), tolerance: 12);
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
