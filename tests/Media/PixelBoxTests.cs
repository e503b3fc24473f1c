using CsCheck;

namespace MediaGuard.Media.Tests;

public sealed class PixelBoxTests
{
    private const double Tolerance = 1e-9;

    private static readonly Gen<PixelBox> AnyBox = Gen.Select(
        Gen.Double[-5000, 5000], Gen.Double[-5000, 5000], Gen.Double[0.5, 5000], Gen.Double[0.5, 5000], (x, y, w, h) => new PixelBox(x, y, w, h));

    [Test]
    public void IntersectionOverUnion_TwoBoxes_IsBetweenZeroAndOneEitherWayRound() =>
        Gen.Select(AnyBox, AnyBox).Sample((a, b) =>
            a.IntersectionOverUnion(b) is >= 0 and <= 1 + Tolerance && Near(a.IntersectionOverUnion(b), b.IntersectionOverUnion(a)));

    [Test]
    public void IntersectionOverUnion_Itself_IsOne() => AnyBox.Sample(box => Near(box.IntersectionOverUnion(box), 1));

    [Test]
    public void IntersectionOverUnion_BesideEachOther_IsZero() =>
        Gen.Select(AnyBox, Gen.Double[0.001, 100]).Sample((box, gap) =>
            box.IntersectionOverUnion(box with { X = box.Right + gap }) == 0 && box.IntersectionOverUnion(box with { Y = box.Bottom + gap }) == 0);

    [Test]
    public void IntersectionOverUnion_Contained_IsTheRatioOfAreas() =>
        Gen.Select(AnyBox, Gen.Double[0.05, 1], Gen.Double[0.05, 1]).Sample((box, w, h) =>
        {
            var inner = new PixelBox(box.X + (box.Width * (1 - w) / 2), box.Y + (box.Height * (1 - h) / 2), box.Width * w, box.Height * h);
            return Near(box.IntersectionOverUnion(inner), w * h);
        });

    [Test]
    public void IntersectionOverUnion_MovedAndScaledTogether_StaysTheSame() =>
        Gen.Select(AnyBox, AnyBox, Gen.Double[-3000, 3000], Gen.Double[0.1, 10]).Sample((a, b, by, scale) =>
            Math.Abs(Moved(a, by, scale).IntersectionOverUnion(Moved(b, by, scale)) - a.IntersectionOverUnion(b)) < 1e-6);

    [Test]
    public void IntersectionOverUnion_HalfCovered_IsOneThird() =>
        Assert.That(new PixelBox(0, 0, 2, 2).IntersectionOverUnion(new PixelBox(1, 0, 2, 2)), Is.EqualTo(1 / 3d).Within(Tolerance));

    [TestCase(0, 0)]
    [TestCase(-3, 4)]
    [TestCase(4, -3)]
    public void Area_NoWidthOrHeight_IsZeroAndOverlapsNothing(double width, double height)
    {
        var nothing = new PixelBox(1, 1, width, height);
        Assert.That(nothing.Area, Is.Zero);
        Assert.That(nothing.IntersectionOverUnion(new PixelBox(0, 0, 10, 10)), Is.Zero);
    }

    [Test]
    public void ShorterSide_IsTheLesserOfBoth() => Assert.That(new PixelBox(0, 0, 40, 39).ShorterSide, Is.EqualTo(39));

    private static PixelBox Moved(PixelBox box, double by, double scale) =>
        new((box.X + by) * scale, (box.Y + by) * scale, box.Width * scale, box.Height * scale);

    private static bool Near(double a, double b) => Math.Abs(a - b) < 1e-6;
}
