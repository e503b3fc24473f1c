using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using static MediaGuard.Consent.Tests.Build;

namespace MediaGuard.Consent.Tests;

/// <summary>One in twenty of what is cleared together is looked at again, whatever the batches look like.</summary>
[Property("Requirement", "C6")]
public sealed class SecondLooksTests
{
    [Test]
    public void Of_AnyBatch_DrawsOneInTwentyOverAllLots([Range(0, 19)] int carried, [Values(0, 1, 4, 5, 19, 20, 21, 60, 213)] int cleared)
    {
        var outcomes = Enumerable.Range(0, SecondLooks.OneIn).Select(lot => SecondLooks.Of(carried, cleared, new Lot(lot))).ToList();
        Assert.That(outcomes.Sum(o => (SecondLooks.OneIn * o.Looks) + o.Carried), Is.EqualTo(SecondLooks.OneIn * (carried + cleared)));
        Assert.That(outcomes, Has.All.Matches<(int Looks, int Carried)>(o => o.Looks <= cleared && o.Carried is >= 0 and < SecondLooks.OneIn));
        Assert.That(outcomes.Max(o => o.Looks) - outcomes.Min(o => o.Looks), Is.LessThanOrEqualTo(1));
    }

    [Test]
    public void Of_AFew_AreNeverDrawnByChanceButCarriedOn([Values(0, 1, 4)] int cleared, [Values(0, 15)] int carried)
    {
        foreach (var lot in Enumerable.Range(0, SecondLooks.OneIn))
        {
            Assert.That(SecondLooks.Of(carried, cleared, new Lot(lot)), Is.EqualTo((0, carried + cleared)));
        }
    }

    [TestCase(4, 0, 4)]
    [TestCase(5, 1, 0)]
    public void Of_AsManyAsAreNoFewAnyMore_AreLeftToTheLot(int cleared, int looks, int carried) =>
        Assert.That(SecondLooks.Of(0, cleared, new Lot(0)), Is.EqualTo((looks, carried)));

    [Test]
    public void Of_AFewThatMakeTwentyWithEarlierOnes_OneIsDrawnWhateverTheLot() =>
        Assert.That(Enumerable.Range(0, SecondLooks.OneIn).Select(lot => SecondLooks.Of(18, 3, new Lot(lot))), Has.All.EqualTo((1, 1)));

    [TestCase(7, 6, 1)]
    [TestCase(7, 7, 0)]
    public void Of_SevenPhotos_AreDrawnWhereTheLotSaysSo(int cleared, int lot, int looks) =>
        Assert.That(SecondLooks.Of(0, cleared, new Lot(lot)), Is.EqualTo((looks, 0)));

    [TestCase(-1, 5)]
    [TestCase(20, 5)]
    [TestCase(0, -1)]
    public void Of_NumbersThatCannotBe_Throws(int carried, int cleared) =>
        Assert.That(() => SecondLooks.Of(carried, cleared, new Lot(0)), Throws.InstanceOf<ArgumentOutOfRangeException>());

    [Test]
    public void Decide_BatchAwaitsALook_IsHeldWhateverTheOfficeApproves()
    {
        var made = Decide(new BatchHold(false, [ChannelId.Website]), ReasonCode.SecondLookAwaited);
        Assert.That(made.For(ChannelId.Seesaw).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.SecondLookAwaited) }));
        Assert.That(made.For(ChannelId.Website).Verdict, Is.EqualTo(Verdict.Cleared), "cleared there before the batch");
    }

    [Test]
    public void Decide_BatchDisputed_IsHeldUntilSomebodyLookedAtThisOne()
    {
        var made = Decide(new BatchHold(true, []), ReasonCode.BatchDisputed);
        Assert.That(made.For(ChannelId.Seesaw).Verdict, Is.EqualTo(Verdict.Cleared));
        Assert.That(made.For(ChannelId.Website).Reasons, Is.EqualTo(new[] { new Reason(ReasonCode.BatchDisputed) }), "nobody approved it there");
    }

    [TestCase(true)]
    [TestCase(false)]
    public void NeedsOneByOne_BatchDisputed_IsLookedAtAlone(bool disputed) =>
        Assert.That(ContactSheet.NeedsOneByOne(Seen() with { Batches = [new BatchHold(disputed, [])] }, Policy), Is.EqualTo(disputed));

    private static Decision Decide(BatchHold hold, ReasonCode approved)
    {
        var child = Persons(1)[0];
        var scene = Seen() with { Pool = [child], NobodyFromOutside = true, Batches = [hold], Approvals = [new ChannelApproval(ChannelId.Seesaw, Office, [approved])] };
        return new DecisionEngine().Decide(scene, RegisterOf(Consenting(child)), Policy);
    }

    private sealed class Lot(int number) : ILots
    {
        public int Below(int limit) => number < limit ? number : throw new ArgumentOutOfRangeException(nameof(limit));
    }
}
