using System.Text;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Tests.Cleaning;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Tests.Formats;

/// <summary>What heif-enc writes besides one picture: all of it is counted and stays behind.</summary>
internal sealed class HeifDepthTests : CleaningFixture
{
    private static readonly string[] Exact = ["-q", "95", "-p", "chroma=444"];

    [Test]
    public void Clean_SeveralImages_TakesThePrimaryAndSaysSo([Values("heic", "avif")] string kind)
    {
        using var first = Drawing.Quarters();
        using var second = Drawing.Solid(Drawing.Width, Drawing.Height, 5, 5, 5);
        var file = Encode(kind, [Put("first.png", first.PngsaveBuffer()), Put("second.png", second.PngsaveBuffer())]);

        var cleaned = Clean(file);

        Drawing.AssertUpright(Pixels.Decode(cleaned.Jpeg), tolerance: 12);
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.ExtraPicture).WithValue(1));
        Assert.That(cleaned.Notes, Does.Contain(FormatFacts.PrimaryPictureOnly));
        AssertNothingButPixels(cleaned.Jpeg);
    }

    [Test]
    public void Clean_Thumbnail_IsCountedAndNotTakenForThePicture()
    {
        using var large = Drawing.Quarters(640, 480);
        var cleaned = Clean(Encode("heic", [Put("large.png", large.PngsaveBuffer())], "-t", "160"));

        Assert.That((cleaned.Width, cleaned.Height), Is.EqualTo((640, 480)));
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.Thumbnail).WithValue(1).And.Not.ContainKey(MetadataKinds.ExtraPicture));
        Assert.That(cleaned.Notes, Is.Empty);
    }

    /// <remarks>heif-enc 1.15 dies on ten bits in AVIF.</remarks>
    [Test]
    public void Clean_TenBitHeic_KeepsItsColours()
    {
        using var quarters = Drawing.Quarters();
        using var deep = (quarters * 257.0).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        var file = Encode("heic", [Put("deep.png", deep.PngsaveBuffer())], "-b", "10");
        Assert.That(file.AsSpan().IndexOf("pixi\0\0\0\0\u0003\n\n\n"u8), Is.Positive, "ten bits must be there");

        Drawing.AssertUpright(CleanPixels(file), tolerance: 12);
    }

    [Test]
    public void Clean_Alpha_IsLaidOnWhiteAndIsNoExtraPicture()
    {
        using var quarters = Drawing.Quarters();
        using var half = quarters.Bandjoin(Image.Black(Drawing.Width, Drawing.Height).Cast(Enums.BandFormat.Uchar));
        var cleaned = Clean(Encode("heic", [Put("alpha.png", half.PngsaveBuffer())]));

        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.2, 0.2, [255, 255, 255], 4);
        Assert.That(cleaned.Removed, Does.Not.ContainKey(MetadataKinds.ExtraPicture));
    }

    /// <remarks>An auxiliary picture is what its name says it is: the alpha plane heif-enc wrote is renamed.</remarks>
    [TestCase("urn:mpeg:hevc:2015:auxid:2", MetadataKinds.DepthMap)]
    [TestCase("urn:apple:2020:aux:gainmap", MetadataKinds.GainMap)]
    [TestCase("urn:apple:2018:aux:teethes", MetadataKinds.ExtraPicture)]
    public void Clean_AuxiliaryPicture_IsNamedByWhatItIs(string name, string kind)
    {
        using var quarters = Drawing.Quarters();
        using var opaque = quarters.Bandjoin(Image.Black(Drawing.Width, Drawing.Height).Cast(Enums.BandFormat.Uchar) + 255);
        using var eight = opaque.Cast(Enums.BandFormat.Uchar);
        using var patterned = eight.Mutate(image => image.DrawRect([10, 20, 30, 128], 0, 0, 8, 8, fill: true));
        var file = Encode("heic", [Put("aux.png", patterned.PngsaveBuffer())]);
        var at = file.AsSpan().IndexOf("urn:mpeg:hevc:2015:auxid:1"u8);
        Assert.That(at, Is.Positive, "heif-enc writes an alpha plane");
        Encoding.ASCII.GetBytes(name).CopyTo(file, at);

        var cleaned = Clean(file);

        Assert.That(cleaned.Removed, Does.ContainKey(kind));
        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.8, 0.8, Drawing.BottomRight, 12);
        AssertNothingButPixels(cleaned.Jpeg);
    }

    [Test]
    public void Read_LiveFileOfMpvd_NamesTheFilm()
    {
        using var quarters = Drawing.Quarters();
        byte[] file = [.. Encode("heic", [Put("motion.png", quarters.PngsaveBuffer())]), 0, 0, 0, 16, .. "mpvdftypmp4"u8, (byte)'2'];

        Assert.That(Reader.Read(new MemoryStream(file)).KindsOfMetadata, Does.Contain(MetadataKinds.EmbeddedClip));
        Assert.That(Clean(file).Removed, Does.ContainKey(MetadataKinds.EmbeddedClip));
    }

    [Test]
    public void Read_CameraRawInHeifClothes_IsHeld() =>
        Assert.That(ReasonOf(() => Reader.Read(new MemoryStream([0, 0, 0, 24, .. "ftypcrx \0\0\0\u0001crx isom"u8]))), Is.EqualTo(ReasonCode.FormatNotSupported));

    private byte[] Encode(string kind, string[] sources, params string[] options)
    {
        var path = Path.Combine(Folder, $"{Guid.CreateVersion7():N}.{kind}");
        Tool.HeifEnc([.. Exact, .. kind == "avif" ? (string[])["-A"] : [], .. options, .. sources, "-o", path]);
        return File.ReadAllBytes(path);
    }
}
