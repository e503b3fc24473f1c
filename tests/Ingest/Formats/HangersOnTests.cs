using System.Buffers.Binary;
using System.Text;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Tests.Cleaning;
using NetVips;

namespace MediaGuard.Ingest.Tests.Formats;

/// <summary>What cameras and phones hang on JPEG and PNG files: named, counted, gone.</summary>
internal sealed class HangersOnTests : CleaningFixture
{
    private const string Canary = "Zuzanna-Quillfeather";

    [Test]
    public void Clean_MpfSecondPicture_IsNamedAndGone()
    {
        var cleaned = Clean(WithMpf(Picture(), Second(), ""));

        Assert.That(cleaned.Removed.Keys, Is.SupersetOf([MetadataKinds.Mpf, MetadataKinds.ExtraPicture, MetadataKinds.Trailer]));
        Assert.That(cleaned.Removed, Does.Not.ContainKey(MetadataKinds.GainMap));
        Assert.That(cleaned.Notes, Does.Contain(FormatFacts.PrimaryPictureOnly));
        AssertClean(cleaned.Jpeg);
    }

    [TestCase("http://ns.adobe.com/hdr-gain-map/1.0/")]
    [TestCase("urn:com:apple:photo:2020:aux:hdrgainmap")]
    public void Clean_GainMap_IsNamedAndGone(string space)
    {
        var file = WithMpf(Picture(), Second(), $"<x:xmpmeta xmlns:x=\"adobe:ns:meta/\" note=\"{space} {Canary}\"/>");
        var cleaned = Clean(file);

        Assert.That(Reader.Read(new MemoryStream(file)).KindsOfMetadata, Does.Contain(MetadataKinds.GainMap));
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.GainMap));
        AssertClean(cleaned.Jpeg);
    }

    [Test]
    public void Clean_Iso21496GainMap_IsNamed()
    {
        var jpeg = Picture();
        byte[] marker = [0xFF, 0xE2, 0x00, 0x22, .. "urn:iso:std:iso:ts:21496:-1\0\0\0\0\0"u8];
        Assert.That(Clean([.. jpeg.AsSpan(0, 2), .. marker, .. jpeg.AsSpan(2)]).Removed, Does.ContainKey(MetadataKinds.GainMap));
    }

    [Test]
    public void Clean_MotionPhoto_LosesItsFilm()
    {
        byte[] film = [0, 0, 0, 24, .. "ftypmp42\0\0\0\0mp42isom"u8, .. Encoding.UTF8.GetBytes($"moov {Canary} \u00A9xyz+51.5-000.1/")];
        var photo = WithTags("motion.jpg", Picture(), $"-XMP-dc:Title={Canary} title");
        var cleaned = Clean([.. photo, .. film]);

        Assert.That(Reader.Read(new MemoryStream([.. photo, .. film])).KindsOfMetadata, Does.Contain(MetadataKinds.EmbeddedClip).And.Contain(MetadataKinds.Trailer));
        Assert.That(cleaned.Removed.Keys, Is.SupersetOf([MetadataKinds.EmbeddedClip, MetadataKinds.Trailer, MetadataKinds.Xmp]));
        AssertClean(cleaned.Jpeg);
    }

    [Test]
    public void Clean_SamsungTrailer_IsGone()
    {
        var cleaned = Clean([.. Picture(), .. "\0\0\u0001\u0008\u0010\0\0\0Image_UTC_Data1466940110000"u8, .. Encoding.UTF8.GetBytes(Canary), .. "SEFH\u006A\0\0\0\u0001\0\0\0SEFT"u8]);
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.Trailer));
        AssertClean(cleaned.Jpeg);
    }

    [Test]
    public void Clean_AnimatedPng_KeepsTheFirstFrameAndSaysSo()
    {
        using var quarters = Drawing.Quarters();
        var png = quarters.PngsaveBuffer(keep: Enums.ForeignKeep.None);
        var afterHead = 33;
        var end = png.AsSpan().LastIndexOf("IEND"u8) - 4;
        byte[] frame = new byte[26];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Drawing.Width);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(8), Drawing.Height);
        byte[] file =
        [
            .. png.AsSpan(0, afterHead), .. Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0]), .. Chunk("fcTL", frame), .. png.AsSpan(afterHead, end - afterHead),
            .. Chunk("fcTL", [0, 0, 0, 1, .. frame.AsSpan(4)]), .. Chunk("fdAT", [0, 0, 0, 2, .. Encoding.UTF8.GetBytes(Canary)]), .. png.AsSpan(end),
        ];

        var cleaned = Clean(file);

        Drawing.AssertUpright(Pixels.Decode(cleaned.Jpeg));
        Assert.That(cleaned.Notes, Does.Contain(FormatFacts.FirstFrameOnly));
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.Animation));
        AssertClean(cleaned.Jpeg);
    }

    [Test]
    public void Clean_PngWithTextAndExifChunksUnknownOnesAndATrailer_LeavesNothing([Values("8", "16", "palette", "alpha")] string kind)
    {
        using var quarters = Drawing.Quarters();
        using var wide = (quarters * 257.0).Cast(Enums.BandFormat.Ushort).Copy(interpretation: Enums.Interpretation.Rgb16);
        using var opaque = quarters.Bandjoin((Image.Black(Drawing.Width, Drawing.Height) + 255).Cast(Enums.BandFormat.Uchar));
        var png = kind == "16" ? wide.PngsaveBuffer() : kind == "alpha" ? opaque.PngsaveBuffer() : quarters.PngsaveBuffer(palette: kind == "palette");
        byte[] planted =
        [
            .. png.AsSpan(0, 33), .. Chunk("tEXt", Encoding.Latin1.GetBytes($"Author\0{Canary} text")), .. Chunk("iTXt", Encoding.UTF8.GetBytes($"Title\0\0\0en\0\0{Canary} itxt")),
            .. Chunk("tIME", [7, 0xEA, 6, 1, 9, 15, 0]), .. Chunk("vpAg", Encoding.UTF8.GetBytes(Canary)), .. png.AsSpan(33), .. Encoding.UTF8.GetBytes(Canary),
        ];
        var file = WithTags($"plant-{kind}.png", planted, $"-EXIF:Artist={Canary} exif", $"-XMP-dc:Title={Canary} title");
        Assert.That(file.AsSpan().IndexOf("eXIf"u8), Is.Positive);

        var cleaned = Clean(file);

        Assert.That(cleaned.Removed.Keys, Is.SupersetOf([MetadataKinds.Exif, MetadataKinds.Text, MetadataKinds.Xmp]), string.Join(", ", cleaned.Removed));
        Assert.That(Reader.Read(new MemoryStream(file)).Names.Select(name => name.Text), Is.SupersetOf(new[] { $"{Canary} exif", $"{Canary} title" }));
        Drawing.AssertUpright(Pixels.Decode(cleaned.Jpeg));
        AssertClean(cleaned.Jpeg);
    }

    /// <summary>Cyan, magenta and yellow coded as YCbCr, black beside them: Adobe's transform 2 (Adobe technical note 5116 §18).</summary>
    [Test]
    public void Clean_YcckJpeg_LooksLikeTheSameCmyk()
    {
        double[] cmyk = [40, 90, 150, 20];
        var (y, cb, cr) = (
            (0.299 * cmyk[0]) + (0.587 * cmyk[1]) + (0.114 * cmyk[2]),
            128 - (0.168736 * cmyk[0]) - (0.331264 * cmyk[1]) + (0.5 * cmyk[2]),
            128 + (0.5 * cmyk[0]) - (0.418688 * cmyk[1]) - (0.081312 * cmyk[2]));
        var plain = FourBands(cmyk);
        var coded = FourBands(255 - y, 255 - cb, 255 - cr, cmyk[3]);
        var adobe = coded.AsSpan().IndexOf("Adobe"u8);
        Assert.That(adobe, Is.Positive, "four bands are written with Adobe's marker");
        coded[adobe + 11] = 2;

        Drawing.AssertColour(CleanPixels(coded), 0.5, 0.5, Drawing.At(CleanPixels(plain), 0.5, 0.5), tolerance: 4);
    }

    private static byte[] FourBands(params double[] bands)
    {
        using var black = Image.Black(32, 32, bands: 4);
        using var solid = (black + bands).Rint().Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Cmyk);
        return solid.JpegsaveBuffer(q: 98, keep: Enums.ForeignKeep.None, subsampleMode: Enums.ForeignSubsample.Off);
    }

    private static byte[] Picture()
    {
        using var quarters = Drawing.Quarters();
        return Drawing.Jpeg(quarters);
    }

    private byte[] Second()
    {
        using var small = Drawing.Solid(24, 16, 9, 9, 9);
        return WithTags("second.jpg", Drawing.Jpeg(small), $"-EXIF:Artist={Canary} second");
    }

    /// <summary>A Multi-Picture file (CIPA DC-007 §5): an index in APP2 and a second picture behind the first.</summary>
    private static byte[] WithMpf(byte[] first, byte[] second, string secondsXmp)
    {
        byte[] xmp = secondsXmp.Length == 0 ? [] : Segment(0xE1, [.. "http://ns.adobe.com/xap/1.0/\0"u8, .. Encoding.UTF8.GetBytes(secondsXmp)]);
        byte[] other = [.. second.AsSpan(0, 2), .. xmp, .. second.AsSpan(2)];
        byte[] Index(int length, int offset) =>
        [
            .. "MPF\0MM\0*\0\0\0\x08"u8, 0, 3,
            0xB0, 0x00, 0, 7, 0, 0, 0, 4, .. "0100"u8,
            0xB0, 0x01, 0, 4, 0, 0, 0, 1, 0, 0, 0, 2,
            0xB0, 0x02, 0, 7, 0, 0, 0, 32, 0, 0, 0, 50,
            0, 0, 0, 0,
            0x20, 3, 0, 0, .. Big(length), 0, 0, 0, 0, 0, 0, 0, 0,
            0, 0, 0, 0, .. Big(other.Length), .. Big(offset), 0, 0, 0, 0,
        ];
        var segment = Segment(0xE2, Index(0, 0)).Length;
        var whole = first.Length + segment;
        return [.. first.AsSpan(0, 2), .. Segment(0xE2, Index(whole, whole - 10)), .. first.AsSpan(2), .. other];
    }

    private static byte[] Segment(byte marker, byte[] payload) => [0xFF, marker, (byte)((payload.Length + 2) >> 8), (byte)(payload.Length + 2), .. payload];

    private static byte[] Big(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Chunk(string type, byte[] body)
    {
        byte[] typed = [.. Encoding.ASCII.GetBytes(type), .. body];
        return [.. Big(body.Length), .. typed, .. Big((int)Checksum(typed))];
    }

    /// <summary>CRC-32 as PNG has it (ISO 3309), bit by bit.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
            }
        }

        return ~crc;
    }

    private void AssertClean(ReadOnlyMemory<byte> jpeg)
    {
        Assert.That(jpeg.Span.IndexOf(Encoding.UTF8.GetBytes(Canary)), Is.Negative);
        Assert.That(jpeg.Span.IndexOf(Encoding.Unicode.GetBytes(Canary)), Is.Negative);
        AssertNothingButPixels(jpeg);
    }
}
