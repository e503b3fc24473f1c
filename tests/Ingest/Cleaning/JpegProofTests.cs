using System.Text;
using CsCheck;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Proof;
using MediaGuard.Ingest.Formats.Jpeg;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class JpegProofTests
{
    private static readonly byte[] Proven = Rendition();

    [Test]
    public void Leftover_OurOwnRendition_IsNone()
    {
        Assert.That(JpegProof.Leftover(Proven, 64, 48), Is.EqualTo(LeftoverKind.None));
        Assert.That(ReadBackProof.Leftover(Proven), Is.EqualTo(LeftoverKind.None));
        Assert.That(() => RenditionProof.Require(Proven, 64, 48), Throws.Nothing);
    }

    [TestCase(0xE1)]
    [TestCase(0xE2)]
    [TestCase(0xED)]
    [TestCase(0xEE)]
    [TestCase(0xEF)]
    [TestCase(0xFE)]
    [TestCase(0xE0)]
    [TestCase(0xF7)]
    [TestCase(0xDC)]
    [TestCase(0x01)]
    public void Require_ASegmentTooMany_Throws(int marker)
    {
        byte[] extra = marker == 0x01 ? [0xFF, 0x01] : [0xFF, (byte)marker, 0x00, 0x06, (byte)'n', (byte)'a', (byte)'m', (byte)'e'];
        byte[] jpeg = [.. Proven.AsSpan(0, 20), .. extra, .. Proven.AsSpan(20)];

        Assert.That(() => RenditionProof.Require(jpeg, 64, 48), Throws.TypeOf<MediaException>().With.Property("Reason").EqualTo(ReasonCode.LeftoverFound));
    }

    [TestCase(0xE1, "Exif\0\0", ExpectedResult = LeftoverKind.Exif)]
    [TestCase(0xE1, "http://ns.adobe.com/xap/1.0/\0", ExpectedResult = LeftoverKind.Xmp)]
    [TestCase(0xE1, "http://ns.adobe.com/xmp/extension/\0", ExpectedResult = LeftoverKind.Xmp)]
    [TestCase(0xE1, "name", ExpectedResult = LeftoverKind.ApplicationData)]
    [TestCase(0xE2, "ICC_PROFILE\0", ExpectedResult = LeftoverKind.ColourProfile)]
    [TestCase(0xE2, "MPF\0", ExpectedResult = LeftoverKind.ApplicationData)]
    [TestCase(0xED, "Photoshop 3.0\0", ExpectedResult = LeftoverKind.Iptc)]
    [TestCase(0xFE, "name", ExpectedResult = LeftoverKind.Comment)]
    [TestCase(0xF7, "name", ExpectedResult = LeftoverKind.OtherSegment)]
    public LeftoverKind Require_ASegmentTooMany_SaysWhichKind(int marker, string head)
    {
        byte[] payload = [.. Encoding.ASCII.GetBytes(head), 1, 2, 3];
        byte[] jpeg = [.. Proven.AsSpan(0, 20), 0xFF, (byte)marker, 0x00, (byte)(payload.Length + 2), .. payload, .. Proven.AsSpan(20)];
        var thrown = Assert.Throws<MediaException>(() => RenditionProof.Require(jpeg, 64, 48))!;
        Assert.That(thrown.Message, Does.Not.Contain("name"), "never the contents");
        return thrown.Leftover;
    }

    [Test]
    public void Leftover_ReadBack_SaysWhichKind()
    {
        byte[] comment = [.. Proven.AsSpan(0, 20), 0xFF, 0xFE, 0x00, 0x06, .. "name"u8, .. Proven.AsSpan(20)];
        Assert.That(ReadBackProof.Leftover(comment), Is.EqualTo(LeftoverKind.Comment));
        Assert.That(ReadBackProof.Leftover([1, 2, 3]), Is.EqualTo(LeftoverKind.BrokenStructure));
    }

    [Test]
    public void Leftover_BytesBehindTheEnd_AreFound() => Assert.That(JpegProof.Leftover([.. Proven, 0], 64, 48), Is.EqualTo(LeftoverKind.Trailer));

    [Test]
    public void Leftover_FillBytes_AreFound() => Assert.That(JpegProof.Leftover([.. Proven.AsSpan(0, 20), 0xFF, .. Proven.AsSpan(20)], 64, 48), Is.EqualTo(LeftoverKind.StrayBytes));

    [Test]
    public void Leftover_JfifThumbnail_IsFound()
    {
        byte[] jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0x00, 0x13, .. "JFIF\0\x01\x01\0\0\x01\0\x01\x01\x01"u8, 1, 2, 3, .. Proven.AsSpan(20)];
        Assert.That(JpegProof.Leftover(jpeg, 64, 48), Is.EqualTo(LeftoverKind.ApplicationData));
    }

    [Test]
    public void Leftover_RoomInATable_IsFound()
    {
        var table = Proven.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xDB]);
        var longer = Proven.ToList();
        longer[table + 3] += 4;
        longer.InsertRange(table + 4 + 65, "name"u8.ToArray());
        Assert.That(JpegProof.Leftover([.. longer], 64, 48), Is.EqualTo(LeftoverKind.RoomInATable));
    }

    [Test]
    public void Leftover_OtherSize_IsFound() => Assert.That(JpegProof.Leftover(Proven, 48, 64), Is.EqualTo(LeftoverKind.OtherHeader));

    [Test]
    public void Walk_AnyBytes_EndsInOrderAndInBounds() =>
        Gen.Select(Gen.Byte.Array[0, 400], Gen.Bool).SampleSeeded(20_000, input =>
        {
            var (noise, started) = input;
            byte[] file = started ? [0xFF, 0xD8, .. noise] : noise;
            AssertOrdered(file, JpegWalk.Walk(file));
            JpegProof.Leftover(file, 1, 1);
        });

    [Test]
    public void Leftover_ARenditionWithBytesInserted_IsNoneOnlyWithinTheScan() =>
        Gen.Select(Gen.Int[0, Proven.Length], Gen.Byte.Array[1, 12]).SampleSeeded(5_000, input =>
        {
            var (at, bytes) = input;
            byte[] changed = [.. Proven.AsSpan(0, at), .. bytes, .. Proven.AsSpan(at)];
            var scan = JpegWalk.Walk(Proven).Segments[^1];
            if (at < scan.Payload.Start.Value - 3 || at > scan.Entropy.End.Value + 1)
            {
                Assert.That(JpegProof.Leftover(changed, 64, 48), Is.Not.EqualTo(LeftoverKind.None));
            }
        });

    /// <summary>A whole rendition with bytes changed: the walk reaches every kind of segment and every fault.</summary>
    [Test]
    public void Walk_ARenditionWithBytesChanged_EndsInOrderAndInBounds() =>
        Gen.Select(Gen.Int[0, Proven.Length - 1], Gen.Byte).Array[1, 12].SampleSeeded(10_000, changes =>
        {
            var file = Proven.ToArray();
            foreach (var (at, value) in changes)
            {
                file[at] = value;
            }

            AssertOrdered(file, JpegWalk.Walk(file));
            JpegProof.Leftover(file, 64, 48);
        });

    private static void AssertOrdered(byte[] file, JpegStructure structure)
    {
        var at = 0;
        foreach (var segment in structure.Segments)
        {
            Assert.That(segment.Payload.Start.Value, Is.GreaterThanOrEqualTo(at));
            Assert.That(segment.Payload.End.Value, Is.GreaterThanOrEqualTo(segment.Payload.Start.Value).And.LessThanOrEqualTo(segment.Entropy.Start.Value));
            at = segment.Entropy.End.Value;
            Assert.That(at, Is.LessThanOrEqualTo(file.Length));
        }

        Assert.That(structure.End, Is.InRange(0, file.Length));
    }

    private static byte[] Rendition()
    {
        using var picture = Drawing.Textured(64, 48);
        return JpegEncoding.Encode(picture, 95);
    }
}
