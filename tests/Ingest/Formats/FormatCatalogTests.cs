using System.Text;
using CsCheck;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Ingest.Tests.Formats;

internal sealed class FormatCatalogTests
{
    private static readonly IFormatFamily[] Families = [.. new ServiceCollection().AddIngest().BuildServiceProvider().GetServices<IFormatFamily>()];
    private static readonly FormatCatalog Catalog = new(Families);

    private static readonly byte[][] Heads =
    [
        [0xFF, 0xD8, 0xFF, 0xE0], [0x89, .. "PNG\r\n\x1a\n"u8], [.. "GIF89a"u8], [.. "II*\0\x08\0\0\0"u8], [.. "MM\0*\0\0\0\x08"u8], [.. "BM"u8],
        [.. "RIFF\0\x01\0\0WEBPVP8X"u8], [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8, 0, 0, 1, 0, .. "meta"u8], [0, 0, 0, 20, .. "ftypavif\0\0\0\0mif1"u8], [.. "II+\0"u8],
    ];

    [TestCase("ftypheic", "heic", ExpectedResult = MediaFormat.Heif)]
    [TestCase("ftypmif1", "heic", ExpectedResult = MediaFormat.Heif)]
    [TestCase("ftypmsf1", "hevc", ExpectedResult = MediaFormat.Heif)]
    [TestCase("ftypheix", "mif1", ExpectedResult = MediaFormat.Heif)]
    [TestCase("ftypmif1", "avif", ExpectedResult = MediaFormat.Avif)]
    [TestCase("ftypavif", "mif1", ExpectedResult = MediaFormat.Avif)]
    [TestCase("ftypqt  ", "qt  ", ExpectedResult = MediaFormat.QuickTime)]
    [TestCase("ftypisom", "mp42", ExpectedResult = MediaFormat.Mp4)]
    [TestCase("ftypcrx ", "isom", ExpectedResult = MediaFormat.CameraRaw)]
    public MediaFormat Find_IsoMedia_IsToldByItsBrands(string head, string compatible) =>
        Catalog.Find([0, 0, 0, 20, .. Encoding.ASCII.GetBytes(head), 0, 0, 0, 0, .. Encoding.ASCII.GetBytes(compatible)]).Format;

    [TestCase("FUJIFILMCCD-RAW 0201")]
    [TestCase("IIRO\b\0\0\0")]
    [TestCase("IIU\0\b\0\0\0")]
    [TestCase("FOVb\0\0\0\0")]
    [TestCase("\0MRM\0\0\0\0")]
    [TestCase("II\u001a\0\0\0HEAPCCDR\u0002\0")]
    [TestCase("II*\0\u0010\0\0\0CR\u0002\0\0\0\0\0")]
    public void FindDecodable_CameraRaw_IsNotSupported(string head) => AssertRefused(Encoding.Latin1.GetBytes(head), ReasonCode.FormatNotSupported);

    [Test]
    public void FindDecodable_Dng_IsNotSupported()
    {
        byte[] dng = [.. "II*\0\x08\0\0\0"u8, 1, 0, 0x12, 0xC6, 1, 0, 4, 0, 0, 0, 1, 4, 0, 0, 0, 0, 0, 0];
        Assert.That(Catalog.Find(dng).Format, Is.EqualTo(MediaFormat.CameraRaw));
        AssertRefused(dng, ReasonCode.FormatNotSupported);
    }

    [Test]
    public void FindDecodable_NikonRaw_IsToldByItsSubDirectory()
    {
        byte[] nef =
        [
            .. "II*\0\x08\0\0\0"u8, 1, 0, 0x4A, 0x01, 4, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 0, 0,
            1, 0, 0x06, 0x01, 3, 0, 1, 0, 0, 0, 0x23, 0x80, 0, 0, 0, 0, 0, 0,
        ];
        AssertRefused(nef, ReasonCode.FormatNotSupported);
    }

    [TestCase("<!DOCTYPE html><html><body>hello</body></html>")]
    [TestCase("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [TestCase("%PDF-1.7\n%....")]
    [TestCase("PK\u0003\u0004\u0014\0\0\0\b\0")]
    [TestCase("push graphic-context\nviewbox 0 0 1 1")]
    [TestCase("BM is how this text begins, not a bitmap at all")]
    [TestCase("x")]
    [TestCase("#!/bin/sh\nrm -rf /\n")]
    public void FindDecodable_NoPicture_IsRefused(string text) => AssertRefused(Encoding.Latin1.GetBytes(text), ReasonCode.NotAPicture);

    [Test]
    public void FindDecodable_EmptyOrAllZeros_IsTruncated()
    {
        AssertRefused([], ReasonCode.Truncated);
        AssertRefused(new byte[10_000], ReasonCode.Truncated);
    }

    [Test]
    public void FindDecodable_JpegXl_IsNotSupported() => AssertRefused([0xFF, 0x0A, 0x00, 0x00], ReasonCode.FormatNotSupported);

    [Test]
    public void RecogniseAndSurvey_AnyBytes_NeverThrowAndAtMostOneFamilyKnowsThem() =>
        Gen.Select(Gen.Int[-1, Heads.Length - 1], Gen.Byte.Array[0, 300]).SampleSeeded(30_000, input =>
        {
            var (head, noise) = input;
            byte[] file = head < 0 ? noise : [.. Heads[head], .. noise];
            var knowing = Families.Where(family => family.Recognise(file) is not null).ToArray();
            Assert.That(knowing, Has.Length.LessThanOrEqualTo(1));
            foreach (var family in knowing)
            {
                var facts = family.Survey(file);
                Assert.That(facts.Width, Is.GreaterThanOrEqualTo(0));
                Assert.That(facts.Height, Is.GreaterThanOrEqualTo(0));
            }
        });

    private static void AssertRefused(byte[] file, ReasonCode reason)
    {
        var thrown = Assert.Throws<MediaException>(() => Catalog.FindDecodable(file));
        Assert.That(thrown!.Reason, Is.EqualTo(reason));
    }
}
