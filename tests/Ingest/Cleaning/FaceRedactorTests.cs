using CsCheck;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Ingest.Tests.Cleaning;

internal sealed class FaceRedactorTests : CleaningFixture
{
    private const int Width = 240;
    private const int Height = 180;
    private static readonly PixelBox Face = new(80, 60, 40, 50);
    private ServiceProvider _own = null!;

    private IFaceRedactor Redactor => _own.GetRequiredService<IFaceRedactor>();

    [OneTimeSetUp]
    public void Register() => _own = Services();

    [OneTimeTearDown]
    public void Unregister() => _own.Dispose();

    [Test]
    public void Redact_OneFace_CoversItWithItsMarginAndTouchesNothingElse()
    {
        var before = Textured();
        var made = Redactor.Redact(before, new PictureRedaction([Face], null));
        var (was, now) = (Pixels.Decode(before), Pixels.Decode(made.Jpeg));
        Assert.That((made.Width, made.Height), Is.EqualTo((Width, Height)));
        var area = PictureRedaction.Around(Face);
        Assert.That((area.X, area.Right), Is.EqualTo((62.5, 137.5)), "hair and ears go with the face");
        var (under, covered, farthest) = (0, 0, 0);
        for (var y = 0; y < Height; y++)
        {
            for (var x = 0; x < Width; x++)
            {
                var at = ((y * Width) + x) * 3;
                var isUnder = x >= area.X + 8 && x < area.Right - 8 && y >= area.Y + 8 && y < area.Bottom - 8;
                var isFar = x < area.X - 9 || x > area.Right + 9 || y < area.Y - 9 || y > area.Bottom + 9;
                for (var band = 0; band < 3; band++)
                {
                    covered += isUnder && Math.Abs(now.Rgb[at + band] - FaceRedactor.Cover) <= 2 ? 1 : 0;
                    under += isUnder ? 1 : 0;
                    farthest = isFar ? Math.Max(farthest, Math.Abs(now.Rgb[at + band] - was.Rgb[at + band])) : farthest;
                }
            }
        }

        Assert.That(covered, Is.EqualTo(under).And.GreaterThan(3 * 40 * 50));
        Assert.That(farthest, Is.LessThanOrEqualTo(16), "the rest of the picture is only encoded once more");
    }

    [Test]
    public void Redact_WhateverIsUnderTheCover_MakesTheSameFileToTheLastByte()
    {
        // two pictures alike but for the face: what is made must not differ, or something of the face came through
        var area = PictureRedaction.Around(Face);
        var redaction = new PictureRedaction([Face], null);
        var source = Pixels.Decode(Textured());
        var first = Redact(source, redaction);
        Gen.Byte.Array[(int)area.Width * (int)area.Height * 3].Sample(
            noise =>
            {
                var other = new PixelImage(Width, Height, [.. source.Rgb]);
                var n = 0;
                for (var y = (int)area.Y + 1; y < (int)area.Bottom; y++)
                {
                    for (var x = (int)area.X + 1; x < (int)area.Right; x++)
                    {
                        noise.AsSpan(n, 3).CopyTo(other.Rgb.AsSpan(((y * Width) + x) * 3));
                        n = (n + 3) % (noise.Length - 3);
                    }
                }

                return Redact(other, redaction).AsSpan().SequenceEqual(first);
            },
            iter: 20,
            threads: 1);
        Assert.That(Redact(new PixelImage(Width, Height, [.. source.Rgb.Select((b, n) => n < 90 ? (byte)(b ^ 64) : b)]), redaction), Is.Not.EqualTo(first), "a change outside does show");
    }

    [Test]
    public void Redact_Cropped_KeepsJustThatPartAndCoversInIt()
    {
        var before = Textured();
        var made = Redactor.Redact(before, new PictureRedaction([Face], new PixelBox(70, 50, 100, 90)));
        var (was, now) = (Pixels.Decode(before), Pixels.Decode(made.Jpeg));
        Assert.That((made.Width, made.Height, now.Width, now.Height), Is.EqualTo((100, 90, 100, 90)));
        var centre = ((35 * 100) + 30) * 3;
        Assert.That(now.Rgb[centre], Is.EqualTo(FaceRedactor.Cover).Within(2));
        var (outside, inWhole) = (((80 * 100) + 95) * 3, (((80 + 50) * Width) + 95 + 70) * 3);
        Assert.That(now.Rgb[outside], Is.EqualTo(was.Rgb[inWhole]).Within(16));
    }

    [Test]
    public void Redact_ByTheSameProofAsCleaning_HoldsNothingButPixels() =>
        AssertNothingButPixels(Redactor.Redact(Textured(), new PictureRedaction([Face], new PixelBox(10, 10, 200, 150))).Jpeg);

    [TestCase(-500, 0, 100, 100)]
    [TestCase(230, 0, 100, 100)]
    [TestCase(0, 0, 5, 100)]
    public void Redact_NothingWouldBeLeft_IsRefused(double x, double y, double width, double height) =>
        Assert.That(ReasonOf(() => Redactor.Redact(Textured(), new PictureRedaction([], new PixelBox(x, y, width, height)))), Is.EqualTo(ReasonCode.CleaningFailed));

    [Test]
    public void Redact_WhatIsNoRendition_IsRefused() =>
        Assert.That(ReasonOf(() => Redactor.Redact(new byte[] { 1, 2, 3 }, new PictureRedaction([Face], null))), Is.EqualTo(ReasonCode.Undecodable));

    [Test]
    public void Redact_FaceOverTheEdge_IsCoveredToTheEdge()
    {
        var made = Redactor.Redact(Textured(), new PictureRedaction([new PixelBox(-10, 150, 40, 60)], null));
        var now = Pixels.Decode(made.Jpeg);
        Assert.That(now.Rgb[((Height - 1) * Width) * 3], Is.EqualTo(FaceRedactor.Cover).Within(2));
    }

    [Test]
    public void Removes_AnyTwoBoxes_OnlyWhatIsWhollyCoveredOrWhollyOutside() =>
        Gen.Select(Gen.Double[0, 200], Gen.Double[0, 150], Gen.Double[1, 90], Gen.Double[1, 90], Gen.Bool).Sample(
            (x, y, width, height, cropped) =>
            {
                var box = new PixelBox(x, y, width, height);
                var kept = new PixelBox(100, 0, 140, 180);
                var redaction = new PictureRedaction([Face], cropped ? kept : null);
                var area = PictureRedaction.Around(Face);
                bool Seen(double px, double py) =>
                    !(area.X <= px && px <= area.Right && area.Y <= py && py <= area.Bottom) && (!cropped || (px > kept.X && px < kept.Right && py > kept.Y && py < kept.Bottom));
                var corners = new[] { (box.X, box.Y), (box.Right, box.Y), (box.X, box.Bottom), (box.Right, box.Bottom) };
                return !redaction.Removes(box) || !corners.Any(c => Seen(c.Item1, c.Item2));
            },
            iter: 5000);

    private static byte[] Redact(PixelImage picture, PictureRedaction redaction)
    {
        // a rendition free of encoding losses would need no encoder: so the redactor is given the pixels themselves
        var redactor = new FaceRedactor(new Given(picture), Microsoft.Extensions.Options.Options.Create(new CleaningOptions()));
        return redactor.Redact(default, redaction).Jpeg.ToArray();
    }

    private ReadOnlyMemory<byte> Textured()
    {
        using var drawn = Drawing.Textured(Width, Height);
        return Clean(Drawing.Jpeg(drawn, 97)).Jpeg;
    }

    private sealed class Given(PixelImage picture) : IPixelDecoder
    {
        public PixelImage Decode(ReadOnlyMemory<byte> rendition) => new(picture.Width, picture.Height, [.. picture.Rgb]);

        public ReadOnlyMemory<byte> Thumbnail(ReadOnlyMemory<byte> rendition, int longSide) => throw new NotSupportedException();

        public ReadOnlyMemory<byte> Fit(ReadOnlyMemory<byte> rendition, int longSide) => throw new NotSupportedException();
    }
}
