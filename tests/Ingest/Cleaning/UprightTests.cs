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
    public void Clean_WebPAndPngWithExifOrientation_ComesOutUpright([Range(1, 8)] int orientation, [Values("webp", "png")] string kind)
    {
        using var stored = Drawing.StoredFor(orientation);
        var plain = kind == "png" ? stored.PngsaveBuffer() : stored.WebpsaveBuffer(lossless: true);
        var file = WithTags($"o{orientation}.{kind}", plain, "-n", $"-Orientation={orientation}");

        Drawing.AssertUpright(CleanPixels(file));
    }

    /// <remarks>Exif says the same as the box, as iPads write it: turned twice would show.</remarks>
    [Test]
    public void Clean_HeicWithTransformBoxAndExif_ComesOutUprightOnce([Range(1, 8)] int orientation, [Values("heic", "avif")] string kind)
    {
        using var stored = Drawing.StoredFor(orientation);
        var jpeg = WithTags($"h{orientation}.jpg", Drawing.Jpeg(stored, 98), "-n", $"-Orientation={orientation}");
        var path = Path.Combine(Folder, $"h{orientation}.{kind}");
        Tool.HeifEnc(["-q", "95", "-p", "chroma=444", .. kind == "avif" ? (string[])["-A"] : [], Put($"src{orientation}.jpg", jpeg), "-o", path]);

        Drawing.AssertUpright(CleanPixels(HeifTurns.With(File.ReadAllBytes(path), BoxesFor(orientation))), tolerance: 12);
    }

    /// <summary>Both boxes together: they are applied in the order the file lists them, and other orders are other pictures.</summary>
    [Test]
    public void Clean_HeicTurnedAndMirrored_ComesOutUprightByTheOrderOfItsBoxes([Range(0, 3)] int turns, [Values(0, 1)] int axis, [Values] bool mirrorFirst)
    {
        using var upright = Drawing.Quarters();
        using var stored = mirrorFirst ? Mirrored(Turned(upright, 4 - turns), axis) : Turned(Mirrored(upright, axis), 4 - turns);
        var path = Path.Combine(Folder, "both.heic");
        Tool.HeifEnc("-q", "95", "-p", "chroma=444", Put("both.png", stored.PngsaveBuffer()), "-o", path);
        (string, byte) turn = ("irot", (byte)turns);
        (string, byte) mirror = ("imir", (byte)axis);
        var file = mirrorFirst ? HeifTurns.With(File.ReadAllBytes(path), mirror, turn) : HeifTurns.With(File.ReadAllBytes(path), turn, mirror);

        Drawing.AssertUpright(CleanPixels(file), tolerance: 12);
    }

    /// <summary>Quarter turns anticlockwise.</summary>
    private static Image Turned(Image image, int turns) => (turns % 4) switch
    {
        1 => image.Rot270(),
        2 => image.Rot180(),
        3 => image.Rot90(),
        _ => image.Copy(),
    };

    private static Image Mirrored(Image image, int axis) => axis == 0 ? image.FlipVer() : image.FlipHor();

    /// <summary>As devices write the eight orientations of Exif 3.0 §4.6.5: a turn, a mirror, or a mirror and then a turn.</summary>
    private static (string Box, byte Value)[] BoxesFor(int orientation) => orientation switch
    {
        2 => [("imir", 1)],
        3 => [("irot", 2)],
        4 => [("imir", 0)],
        5 => [("imir", 1), ("irot", 1)],
        6 => [("irot", 3)],
        7 => [("imir", 1), ("irot", 3)],
        8 => [("irot", 1)],
        _ => [],
    };

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
