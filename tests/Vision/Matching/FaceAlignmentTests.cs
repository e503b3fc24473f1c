using CsCheck;
using MediaGuard.Media;
using MediaGuard.Vision.Matching;

namespace MediaGuard.Vision.Tests.Matching;

public sealed class FaceAlignmentTests
{
    private static readonly PixelPoint[] Plain = [new(38.2946, 51.6963), new(73.5318, 51.5014), new(56.0252, 71.7366), new(56.1396, 92.2848)];

    [Test]
    public void Of_TurnedScaledShifted_FindsTheWayBack() =>
        (from angle in Gen.Double[-3.1, 3.1]
         from scale in Gen.Double[0.2, 9]
         from x in Gen.Double[-500, 4000]
         from y in Gen.Double[-500, 4000]
         select (angle, scale, x, y)).Sample(way =>
         {
             var (a, b) = (way.scale * Math.Cos(way.angle), way.scale * Math.Sin(way.angle));
             var found = FaceAlignment.Of([.. Plain.Select(p => new PixelPoint((a * p.X) - (b * p.Y) + way.x, (b * p.X) + (a * p.Y) + way.y))])!.Value;
             Assert.That(new[] { found.Scale, found.Misfit, found.X, found.Y }, Is.EqualTo(new[] { way.scale, 0, way.x, way.y }).Within(1e-6));
             Assert.That(found.Yaw, Is.EqualTo(0).Within(0.01));
             Assert.That(found.EyeDistance, Is.EqualTo(35.2377 * way.scale).Within(0.01 * way.scale));
         });

    [Test]
    public void Of_NoseTowardsAnEye_IsTurned()
    {
        var turned = Plain.ToArray();
        turned[2] = new PixelPoint(70, 71.7);
        Assert.That(FaceAlignment.Of([.. turned])!.Value.Yaw, Is.EqualTo(0.4).Within(0.02));
    }

    [Test]
    public void Of_NoKeypoints_IsNull()
    {
        Assert.That(FaceAlignment.Of([]), Is.Null);
        Assert.That(FaceAlignment.Of([default, default, default, default]), Is.Null);
    }
}
