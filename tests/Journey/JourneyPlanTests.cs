using MediaGuard.Journey.Steps;
using MediaGuard.Media;

namespace MediaGuard.Journey.Tests;

public sealed class JourneyPlanTests
{
    private static readonly MediaStatus[] Way = [.. Enum.GetValues<MediaStatus>().Where(s => s <= MediaStatus.Shredded).Order()];

    [Test]
    public void Steps_FollowEachOther_FromNoticedToShredded()
    {
        Assert.That(JourneyPlan.Steps.Select(s => s.From), Is.EqualTo(Way.SkipLast(1)));
        Assert.That(JourneyPlan.Steps.Select(s => s.To), Is.EqualTo(Way.Skip(1)));
        Assert.That(JourneyPlan.Steps.Select(s => s.Step), Is.Unique);
        Assert.That(JourneyPlan.Steps.Select(s => s.Step.IsAssignableTo(typeof(IStep))), Is.All.True);
    }

    [TestCaseSource(nameof(Way))]
    public void NextAfter_OnTheWay_IsTheOnePlannedStep(MediaStatus status)
    {
        Assert.That(JourneyPlan.NextAfter(status), Is.EqualTo(JourneyPlan.Steps.SingleOrDefault(s => s.From == status)));
        Assert.That(JourneyPlan.NextAfter(status) is null, Is.EqualTo(status == MediaStatus.Shredded));
    }

    [TestCase(MediaStatus.Quarantined)]
    [TestCase(MediaStatus.Gone)]
    public void NextAfter_OfARestingPlaceWithADevicesCopy_OnlyDeparts(MediaStatus status) =>
        Assert.That(JourneyPlan.NextAfter(status), Is.EqualTo(new PlannedStep(status, status, typeof(DepartStep))));

    [Test]
    public void NextAfter_OfSealed_IsNothing() => Assert.That(JourneyPlan.NextAfter(MediaStatus.Sealed), Is.Null);
}
