using CsCheck;
using MediaGuard.Media;
using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Tests.Detection;

/// <summary>Turning, tiling and sampling.</summary>
public sealed class GeometryTests
{
    private static readonly TensorLayout Plain = new(IsPlanar: false, IsBgr: false, 1, 0);

    [Test]
    public void Back_AnyTurn_FindsThePixelAgain() =>
        Gen.Select(Gen.Int[1, 12], Gen.Int[1, 12], Gen.Int[0, 3]).Sample((width, height, turns) =>
        {
            var picture = Numbered(width, height);
            var turned = new byte[picture.Length];
            var turn = new QuarterTurn(turns, width, height);
            turn.Turn(picture, turned);
            var turnedWidth = turns % 2 == 0 ? width : height;
            for (var i = 0; i < width * height; i++)
            {
                var back = turn.Back(new PixelBox(i % turnedWidth, i / turnedWidth, 1, 1));
                Assert.That(picture[(((int)back.Y * width) + (int)back.X) * 3], Is.EqualTo(turned[i * 3]));
            }
        });

    [Test]
    public void Back_FourQuarterTurns_IsTheSameBox() =>
        Gen.Select(Gen.Int[0, 50], Gen.Int[0, 50], Gen.Int[1, 50], Gen.Int[1, 50]).Sample((x, y, w, h) =>
        {
            var box = new PixelBox(x, y, w, h);
            var back = new QuarterTurn(1, 100, 200).Back(new QuarterTurn(1, 200, 100).Back(new QuarterTurn(1, 100, 200).Back(new QuarterTurn(1, 200, 100).Back(box))));
            Assert.That(back, Is.EqualTo(box));
        });

    [Test]
    public void At_AnyPicture_TilesCoverItAndEnlargeNoFurther() =>
        Gen.Select(Gen.Int[1, 5000], Gen.Int[1, 5000], Gen.Int[160, 1280], Gen.Int[1, 2]).Sample((width, height, longSide, enlargement) =>
        {
            var tiles = TilePlan.At(width, height, longSide, 320, 240, enlargement).ToList();
            Assert.That(tiles, Is.All.Matches<PixelBox>(t => t.Width * enlargement >= 320 && t.Height * enlargement >= 240));
            Assert.That(tiles.Max(t => t.Right), Is.GreaterThanOrEqualTo(width - 1e-6));
            Assert.That(tiles.Max(t => t.Bottom), Is.GreaterThanOrEqualTo(height - 1e-6));
            foreach (var x in tiles.Select(t => t.X).Distinct().Order().Skip(1))
            {
                Assert.That(tiles.Any(t => t.X < x - 1e-9 && t.Right > x + (0.2 * t.Width)), Is.True, "neighbours overlap");
            }
        });

    [Test]
    public void Sample_SameSize_CopiesPixels()
    {
        var picture = Numbered(8, 6);
        using var pyramid = new PicturePyramid(8, 6, picture);
        var target = new float[picture.Length];

        PictureSampler.Sample(pyramid, new PixelBox(0, 0, 8, 6), target, 8, 6, Plain);

        Assert.That(target, Is.EqualTo(picture.Select(v => (float)v)));
    }

    [Test]
    public void Sample_PlanarBgr_PutsBlueFirst()
    {
        using var pyramid = new PicturePyramid(1, 1, [10, 20, 30]);
        var target = new float[3];

        PictureSampler.Sample(pyramid, new PixelBox(0, 0, 1, 1), target, 1, 1, new TensorLayout(IsPlanar: true, IsBgr: true, 2, 1));

        Assert.That(target, Is.EqualTo(new float[] { 61, 41, 21 }));
    }

    [Test]
    public void Sample_OutsideThePicture_IsBlack()
    {
        using var pyramid = new PicturePyramid(2, 2, [.. Enumerable.Repeat((byte)200, 12)]);
        var target = new float[4 * 4 * 3];

        PictureSampler.Sample(pyramid, new PixelBox(-1, -1, 4, 4), target, 4, 4, Plain);

        Assert.That(target.Where(v => v == 200).Count(), Is.EqualTo(12));
        Assert.That(target[0], Is.Zero);
    }

    [Test]
    public void Sample_Shrunk_KeepsTheMean() =>
        Gen.Int[64, 300].Sample(width =>
        {
            var height = width * 3 / 4;
            var ramp = new byte[width * height * 3];
            for (var i = 0; i < ramp.Length; i++)
            {
                ramp[i] = (byte)(255 * (i / 3 % width) / width);
            }

            using var pyramid = new PicturePyramid(width, height, ramp);
            var target = new float[16 * 16 * 3];
            PictureSampler.Sample(pyramid, new PixelBox(0, 0, width, height), target, 16, 16, Plain);
            Assert.That(target.Average(), Is.EqualTo(ramp.Average(v => (double)v)).Within(3));
        });

    /// <summary>The half serves until a region has fewer than a quarter of the pixels asked for; then the whole is decoded, once, and its pixels are shown.</summary>
    [TestCase(32, 16, 50, 0)]
    [TestCase(4, 16, 50, 0)]
    [TestCase(3, 16, 200, 1)]
    public void Sample_OfAHalf_DecodesTheWholeForSmallRegionsOnly(int side, int target, int shade, int decodings)
    {
        var decoded = 0;
        var half = new PixelImage(32, 32, [.. Enumerable.Repeat((byte)50, 32 * 32 * 3)]);
        using var pyramid = new PicturePyramid(new LayeredPicture(64, 64, half, () =>
        {
            decoded++;
            return new PixelImage(64, 64, [.. Enumerable.Repeat((byte)200, 64 * 64 * 3)]);
        }));
        var pixels = new float[target * target * 3];

        PictureSampler.Sample(pyramid, new PixelBox(8, 8, side, side), pixels, target, target, Plain);
        PictureSampler.Sample(pyramid, new PixelBox(8, 8, side, side), pixels, target, target, Plain);

        Assert.That(pixels, Is.All.EqualTo(shade));
        Assert.That(decoded, Is.EqualTo(decodings));
        Assert.That((pyramid.Width, pyramid.LongSide), Is.EqualTo((64, 64)));
    }

    private static byte[] Numbered(int width, int height) => [.. Enumerable.Range(0, width * height * 3).Select(i => (byte)i)];
}
