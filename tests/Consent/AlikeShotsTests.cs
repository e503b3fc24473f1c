using MediaGuard.Consent.Review;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests;

/// <summary>Which pictures are put before the office as shots of the same moment.</summary>
public sealed class AlikeShotsTests
{
    private static readonly GroupId Oak = new(Guid.CreateVersion7());
    private static readonly DateTime Noon = new(2026, 5, 4, 12, 0, 0);
    private static readonly PerceptualHash Look = new(0x0F0F_3355_AA00_FF17);

    private readonly Shot shown = At(0);

    [Test]
    public void To_BurstOfFive_FindsTheOtherFourInOrder()
    {
        Shot[] others = [At(3), At(-2), At(1), At(-5)];

        Assert.That(AlikeShots.To(shown, [.. others, shown]), Is.EqualTo(new[] { others[3].Media, others[1].Media, others[2].Media, others[0].Media }));
    }

    [TestCase(120, true)]
    [TestCase(121, false)]
    [TestCase(-120, true)]
    [TestCase(-121, false)]
    public void To_OneNeighbour_IsFoundUpToTwoMinutesAway(int seconds, bool isFound) =>
        Assert.That(AlikeShots.To(shown, [At(seconds)]), Has.Count.EqualTo(isFound ? 1 : 0));

    /// <summary>A pause ends a burst, whatever comes after it; without one it may last.</summary>
    [Test]
    public void To_ShotsOverManyMinutes_GoUpToTheFirstPause()
    {
        Shot[] without = [At(100), At(200), At(300)];
        Shot[] after = [At(421), At(430)];

        Assert.That(AlikeShots.To(shown, [.. after, .. without]), Is.EqualTo(without.Select(s => s.Media)));
    }

    /// <summary>A shot that does not look alike fills no pause.</summary>
    [Test]
    public void To_AnotherPictureInAPause_DoesNotBridgeIt() =>
        Assert.That(AlikeShots.To(shown, [At(100) with { Likeness = Apart(64) }, At(200)]), Is.Empty);

    [TestCase(12, true)]
    [TestCase(13, false)]
    public void To_SomeBitsApart_IsFoundUpToTheLimit(int bits, bool isFound) =>
        Assert.That(AlikeShots.To(shown, [At(1) with { Likeness = Apart(bits) }]), Has.Count.EqualTo(isFound ? 1 : 0));

    /// <summary>A scene that changes slowly does not lead to quite another picture.</summary>
    [Test]
    public void To_EachNearItsNeighbourOnly_FindsThoseNearTheOneShown()
    {
        Shot[] drifting = [At(1) with { Likeness = Apart(8) }, At(2) with { Likeness = Apart(16) }];

        Assert.That(AlikeShots.To(shown, drifting), Is.EqualTo(new[] { drifting[0].Media }));
    }

    [Test]
    public void To_AnotherClassOrNone_IsNotFound()
    {
        Assert.That(AlikeShots.To(shown, [At(1) with { Group = new GroupId(Guid.CreateVersion7()) }, At(1) with { Group = null }]), Is.Empty);
        Assert.That(AlikeShots.To(shown with { Group = null }, [At(1) with { Group = null }]), Is.Empty);
    }

    [Test]
    public void To_OneFaceMore_IsNotFound() => Assert.That(AlikeShots.To(shown, [At(1) with { Faces = 5 }, At(1) with { Faces = 3 }]), Is.Empty);

    [Test]
    public void To_LikenessNotKnown_IsNotFound()
    {
        Assert.That(AlikeShots.To(shown, [At(1) with { Likeness = null }]), Is.Empty);
        Assert.That(AlikeShots.To(shown with { Likeness = null }, [At(1), At(1) with { Likeness = null }]), Is.Empty);
    }

    private static PerceptualHash Apart(int bits) => new(bits == 64 ? ~Look.Bits : Look.Bits ^ ((1L << bits) - 1));

    private static Shot At(int seconds) => new(new MediaId(Guid.CreateVersion7()), Oak, Noon.AddSeconds(seconds), Look, 4);
}
