using System.Globalization;
using System.Text;
using MediaGuard.Ingest.Formats;
using MediaGuard.Tests.Support;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class LeftoverTests : CleaningFixture
{
    private const string Canary = "Zuzanna-Quillfeather";

    private static readonly string[] Tags =
    [
        "-GPSLatitude=51.5", "-GPSLatitudeRef=N", "-GPSLongitude=0.12", "-GPSLongitudeRef=W",
        $"-EXIF:Artist={Canary} artist", $"-EXIF:ImageDescription={Canary} description", $"-EXIF:UserComment={Canary} comment", $"-XPTitle={Canary} xp", $"-EXIF:SerialNumber={Canary}77",
        $"-XMP-dc:Title={Canary} title", $"-XMP-dc:Subject={Canary} subject", $"-XMP-iptcExt:PersonInImage={Canary} person",
        $"-XMP-mwg-rs:RegionInfo={{AppliedToDimensions={{W=96,H=64,Unit=pixel}},RegionList=[{{Area={{X=0.5,Y=0.5,W=0.2,H=0.2,Unit=normalized}},Name={Canary} region,Type=Face}}]}}",
        $"-XMP-MP:RegionInfoMP={{Regions=[{{PersonDisplayName={Canary} display}}]}}",
        $"-IPTC:Keywords={Canary} keyword", $"-IPTC:Caption-Abstract={Canary} caption", $"-IPTC:By-line={Canary} byline", $"-IPTC:ObjectName={Canary} object",
        "-Make=Canary", "-Model=Bird 7", "-DateTimeOriginal=2026:06:01 09:15:00", "-OffsetTimeOriginal=+01:00",
    ];

    [Test]
    public void Clean_EverythingPlanted_LeavesNothing([Values("jpg", "png", "tif", "webp", "heic")] string kind)
    {
        var original = Planted(kind);
        Assert.That(Contains(original, Canary), "the plant must be there");

        var cleaned = Clean(original);

        Assert.That(Contains(cleaned.Jpeg.Span, Canary), Is.False);
        Assert.That(Contains(cleaned.Jpeg.Span, "Exif"), Is.False);
        AssertNothingButPixels(cleaned.Jpeg);
        Assert.That(cleaned.Removed.Keys, Is.SupersetOf([MetadataKinds.Exif, MetadataKinds.Xmp]), string.Join(", ", cleaned.Removed.Keys));
    }

    [Test]
    public void Clean_CommentThumbnailTrailerAndSecondPicture_AreCountedAndGone()
    {
        using var small = Drawing.Solid(16, 16, 9, 9, 9);
        var thumbnail = Put("thumb.jpg", Drawing.Jpeg(small));
        var original = WithTags("plant.jpg", Planted("jpg"), $"-Comment={Canary} com", $"-ThumbnailImage<={thumbnail}");
        original = [.. original, .. File.ReadAllBytes(thumbnail), .. Encoding.UTF8.GetBytes($"....ftypmp42{Canary} film")];

        var cleaned = Clean(original);

        Assert.That(Contains(cleaned.Jpeg.Span, Canary), Is.False);
        AssertNothingButPixels(cleaned.Jpeg);
        Assert.That(cleaned.Removed.Keys, Is.SupersetOf([
            MetadataKinds.Exif, MetadataKinds.Gps, MetadataKinds.Xmp, MetadataKinds.Iptc, MetadataKinds.Comment, MetadataKinds.Thumbnail,
            MetadataKinds.Trailer, MetadataKinds.ExtraPicture, MetadataKinds.EmbeddedClip]));
    }

    [Test]
    public void Clean_MpfSegment_IsCountedThoughMetadataExtractorMissesIt()
    {
        using var quarters = Drawing.Quarters();
        var jpeg = Drawing.Jpeg(quarters);
        byte[] original = [.. jpeg.AsSpan(0, 2), 0xFF, 0xE2, 0x00, 0x0E, .. "MPF\0MM\0*\0\0\0\x08"u8, .. jpeg.AsSpan(2)];

        Assert.That(Clean(original).Removed, Does.ContainKey(MetadataKinds.Mpf));
    }

    [Test]
    public void Clean_Twice_GivesAPictureWithNothingToRemove()
    {
        var once = Clean(Planted("jpg"));
        var twice = Clean(once.Jpeg.ToArray());

        Assert.That(twice.Removed, Is.Empty);
        Assert.That((twice.Width, twice.Height), Is.EqualTo((once.Width, once.Height)));
        Drawing.AssertUpright(Pixels.Decode(twice.Jpeg));
        AssertNothingButPixels(twice.Jpeg);
    }

    /// <remarks>The guard itself: exiftool files a comment under the same group as the picture's own size.</remarks>
    [Test]
    public void LeftoversIn_ACommentInAPicture_AreFound()
    {
        using var quarters = Drawing.Quarters();
        var jpeg = Clean(Drawing.Jpeg(quarters)).Jpeg.ToArray();
        byte[] commented = [.. jpeg.AsSpan(0, 20), 0xFF, 0xFE, 0x00, 0x06, .. "name"u8, .. jpeg.AsSpan(20)];

        Assert.That(OnlyPixels.LeftoversIn(Put("commented.jpg", commented)), Is.EqualTo(new[] { "commented.jpg: File:Comment" }));
    }

    /// <summary>In dB: what a second cleaning loses, over every kind of file and as hard a picture as a photo.</summary>
    [Test]
    public void Clean_Twice_LosesNothingAnybodySees([Values("jpg", "progressive", "png", "interlaced", "webp", "gif", "tif", "heic", "avif")] string kind)
    {
        var once = Clean(Picture(kind));
        var twice = Clean(once.Jpeg.ToArray());

        var psnr = Psnr(Pixels.Decode(once.Jpeg).Rgb, Pixels.Decode(twice.Jpeg).Rgb);
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {psnr:F1} dB between once and twice"));
        Assert.That(twice.Removed, Is.Empty);
        Assert.That(psnr, Is.GreaterThanOrEqualTo(50));
    }

    [Test]
    public void Thumbnail_OfARendition_IsSmallAndNothingButPixels()
    {
        using var big = Drawing.Textured(900, 600);
        var rendition = Clean(Drawing.Jpeg(big));

        var small = Pixels.Thumbnail(rendition.Jpeg, 300);
        var same = Pixels.Thumbnail(rendition.Jpeg, 5000);

        Assert.That((Pixels.Decode(small).Width, Pixels.Decode(small).Height), Is.EqualTo((300, 200)));
        Assert.That((Pixels.Decode(same).Width, Pixels.Decode(same).Height), Is.EqualTo((900, 600)));
        AssertNothingButPixels(small);
    }

    [Test]
    public void Read_EverythingPlanted_NotesItInItsFields([Values("jpg", "png", "tif", "webp", "heic")] string kind)
    {
        var understood = Reader.Read(new MemoryStream(Planted(kind)));

        var found = understood.Names.Select(name => name.Text).ToArray();
        Assert.That(found, Is.SupersetOf(new[] { $"{Canary} artist", $"{Canary} description", $"{Canary} comment", $"{Canary} xp" }), "Exif");
        Assert.That(found, Is.SupersetOf(new[] { $"{Canary} title", $"{Canary} subject", $"{Canary} person", $"{Canary} region", $"{Canary} display" }), "XMP");
        if (kind == "jpg")
        {
            Assert.That(found, Is.SupersetOf(new[] { $"{Canary} keyword", $"{Canary} caption", $"{Canary} byline", $"{Canary} object" }), "IPTC");
        }

        Assert.That(understood.CameraMake, Is.EqualTo("Canary"));
        Assert.That(understood.CameraModel, Is.EqualTo("Bird 7"));
        Assert.That(understood.CameraSerial, Is.EqualTo($"{Canary}77"));
        Assert.That(understood.CapturedLocal, Is.EqualTo(new DateTime(2026, 6, 1, 9, 15, 0)));
        Assert.That(understood.CapturedOffset, Is.EqualTo(TimeSpan.FromHours(1)));
        Assert.That(understood.HadLocation);
        Assert.That((understood.Width, understood.Height), Is.EqualTo((Drawing.Width, Drawing.Height)));
        Assert.That(understood.ToString() + string.Join(",", understood.Names) + string.Join(",", understood.KindsOfMetadata), Does.Not.Contain(Canary));
    }

    [Test]
    public void Read_EndlessTexts_AreCut()
    {
        using var quarters = Drawing.Quarters();
        var many = Enumerable.Range(0, 400).Select(at => $"-XMP-dc:Subject=keyword {at}").Append($"-XMP-dc:Title={new string('x', 5000)}").ToArray();
        var understood = Reader.Read(new MemoryStream(WithTags("many.jpg", Drawing.Jpeg(quarters), many)));

        Assert.That(understood.Names, Has.Length.LessThanOrEqualTo(200).And.Length.GreaterThan(150));
        Assert.That(understood.Names.Select(name => name.Text.Length), Has.All.LessThanOrEqualTo(1000));
    }

    private byte[] Planted(string kind)
    {
        using var quarters = Drawing.Quarters();
        switch (kind)
        {
            case "heic":
                var path = Path.Combine(Folder, "plant.heic");
                Tool.HeifEnc("-q", "95", "-p", "chroma=444", Put("plant-source.png", quarters.PngsaveBuffer()), "-o", path);
                Tool.ExifTool(["-q", "-m", "-overwrite_original", .. Tags, path]);
                return File.ReadAllBytes(path);
            case "png":
                return WithTags("plant.png", quarters.PngsaveBuffer(), [.. Tags, $"-PNG:Comment={Canary} text"]);
            case "tif":
                return WithTags("plant.tif", quarters.TiffsaveBuffer(), Tags);
            case "webp":
                return WithTags("plant.webp", quarters.WebpsaveBuffer(lossless: true), Tags);
            default:
                return WithTags("plant.jpg", Drawing.Jpeg(quarters), Tags);
        }
    }

    private static double Psnr(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other)
    {
        Assert.That(one.Length, Is.EqualTo(other.Length));
        var error = 0.0;
        for (var at = 0; at < one.Length; at++)
        {
            error += (one[at] - other[at]) * (one[at] - other[at]);
        }

        return error == 0 ? 99 : 10 * Math.Log10(255 * 255 / (error / one.Length));
    }

    private static bool Contains(ReadOnlySpan<byte> bytes, string text) =>
        bytes.IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
