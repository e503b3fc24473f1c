using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Releases;

namespace MediaGuard.Records.Tests;

public sealed class ReleaseBookTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Test]
    public async Task TakeDueAsync_Queued_IsHandedOutOncePerInterval()
    {
        var photo = await World.ClearedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        Assert.That(await DueAsync(), Is.EqualTo(new[] { new DueRelease(photo, ChannelId.Seesaw) }));
        Assert.That(await DueAsync(), Is.Empty);
        Rig.Clock.Advance(Interval * 2);
        Assert.That(await DueAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task TakeDueAsync_ManyAtOnce_HandEachOutOnce()
    {
        var photos = new List<MediaId>();
        for (var n = 0; n < 6; n++)
        {
            photos.Add(await World.ClearedAsync());
        }

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => Rig.Releases.TakeDueAsync(World.School, [ChannelId.Seesaw], 2, Interval, None))));
        Assert.That(taken.SelectMany(t => t).Select(t => t.Media), Is.EquivalentTo(photos));
    }

    [Test]
    public async Task PutOffAsync_ChannelFailed_IsDueThenAndNotBefore()
    {
        var photo = await World.ClearedAsync();
        await DueAsync();
        await Rig.Releases.PutOffAsync(World.School, photo, ChannelId.Seesaw, World.Now + SchoolWorld.Minute, None);
        Assert.That(await DueAsync(), Is.Empty);
        Rig.Clock.Advance(SchoolWorld.Minute);
        Assert.That(await DueAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task StuckAsync_PutOffForLongerThanItShould_IsCounted()
    {
        var photo = await World.ClearedAsync();
        await World.ClearedAsync();
        Assert.That(await Rig.Releases.WaitingAsync(World.School, photo, ChannelId.Seesaw, None), Is.EqualTo(new RenditionId(photo.Value)));
        await Rig.Releases.PutOffAsync(World.School, photo, ChannelId.Seesaw, World.Now + SchoolWorld.Minute, None);
        Assert.That(await NotHandedOverAsync(), Is.Zero, "it may be over in a moment");
        Rig.Clock.Advance(Interval * 2);
        Assert.That(await NotHandedOverAsync(), Is.EqualTo(1), "the other was never put off");
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.PassAsync(photo)).Clearance!.Release, "there", None);
        Assert.That(await NotHandedOverAsync(), Is.Zero);
        Assert.That(await Rig.Releases.WaitingAsync(World.School, photo, ChannelId.Seesaw, None), Is.Null);

        async Task<int> NotHandedOverAsync() => (await Rig.Releases.StuckAsync(World.School, Interval, None)).NotHandedOver;
    }

    [Test]
    public async Task SaveReleasedAsync_Leaving_StandsAsReleasedAndLeavesTheQueue()
    {
        var (photo, release) = await LeavingAsync();
        Assert.That(await Rig.Releases.SaveReleasedAsync(World.School, release, "lies there", None), Is.True);
        Assert.That(await Rig.Releases.SaveReleasedAsync(World.School, release, "lies there", None), Is.True);
        var row = (await World.ReleasesAsync(photo)).Single();
        Assert.That((row.State, row.ReleasedAt, row.Proof), Is.EqualTo((ReleaseState.Released, (Instant?)World.Now, "lies there")));
        Rig.Clock.Advance(Interval * 2);
        Assert.That(await DueAsync(), Is.Empty);
        Assert.That((await World.PassAsync(photo)).Clearance!.Release, Is.EqualTo(release), "one copy, one name");
    }

    [Test]
    public async Task SaveReleasedAsync_RecallOrderedMeanwhile_IsRecallingAgainWhateverWasProven()
    {
        var (photo, release) = await LeavingAsync();
        await WithdrawAsync(photo);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
        Assert.That(await RecallsAsync(), Is.Empty);
        Assert.That(await Rig.Releases.SaveReleasedAsync(World.School, release, "lies there", None), Is.False);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }), "due at once");
        Assert.That(await RecalledAsync(release), Is.True);
        Assert.That((await StateAsync(photo)).RecalledAt, Is.EqualTo(World.Now));

        Assert.That(await Rig.Releases.SaveReleasedAsync(World.School, release, "came late", None), Is.False);
        Assert.That(await StateAsync(photo), Is.EqualTo((ReleaseState.Recalling, (Instant?)null)));
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
    }

    [Test]
    public async Task SaveRecalledAsync_DeliveryMayBeUnderWay_StaysOpenUntilItCannot()
    {
        var (photo, release) = await LeavingAsync();
        await WithdrawAsync(photo);
        await RecallsAsync();
        Assert.That(await RecalledAsync(release), Is.False);
        Assert.That(await RecallsAsync(), Is.Empty);
        Rig.Clock.Advance(Longest);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
        Rig.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await RecalledAsync(release), Is.True);
        Assert.That(await RecalledAsync(release), Is.True);
        Assert.That(await RecallsAsync(), Is.Empty);
    }

    [Test]
    public async Task SaveRecalledAsync_LeftASecondTime_WaitsForThatDeliveryToo()
    {
        var (photo, release) = await LeavingAsync();
        await Rig.Releases.SaveReleasedAsync(World.School, release, "lies there", None);
        Rig.Clock.Advance(Interval);
        Assert.That((await World.PassAsync(photo)).Clearance!.Release, Is.EqualTo(release));
        await WithdrawAsync(photo);
        Assert.That(await RecalledAsync(release), Is.False);
        Rig.Clock.Advance(Longest + TimeSpan.FromSeconds(1));
        Assert.That(await RecalledAsync(release), Is.True);
    }

    [Test]
    public async Task SaveRecalledAsync_NotOnRecall_ChangesNothing()
    {
        var (photo, release) = await LeavingAsync();
        Assert.That(await RecalledAsync(release), Is.False);
        Assert.That((await StateAsync(photo)).State, Is.EqualTo(ReleaseState.Leaving));
    }

    [Test]
    public async Task PutOffRecallAsync_ChannelUnreachable_StaysOpenAndIsDueThen()
    {
        var (photo, release) = await LeavingAsync();
        await WithdrawAsync(photo);
        await RecallsAsync();
        await Rig.Releases.PutOffRecallAsync(World.School, release, World.Now + SchoolWorld.Minute, None);
        Assert.That(await RecallsAsync(), Is.Empty);
        Rig.Clock.Advance(SchoolWorld.Minute);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
        Assert.That((await World.ReleasesAsync(photo)).Single().Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task DeliveryAsync_ChannelOfThePolicy_NamesAddressAndTheClassesOutsideName()
    {
        var photo = await World.ClearedAsync();
        var delivery = (await Rig.Releases.DeliveryAsync(World.School, photo, ChannelId.Seesaw, None))!;
        Assert.That((delivery.Kind, delivery.Address), Is.EqualTo(("folder", "/out")));
        Assert.That(delivery.Subfolder, Does.Match("^[0-9a-f]{8}$"));
        Assert.That(await Rig.Releases.DeliveryAsync(World.School, photo, ChannelId.Website, None), Is.Null);
        Assert.That(await Rig.Releases.DeliveringChannelsAsync(World.School, None), Is.EqualTo(new[] { ChannelId.Seesaw }));
    }

    [TestCase(MediaStatus.Quarantined)]
    [TestCase(MediaStatus.Sealed)]
    [TestCase(MediaStatus.Gone)]
    [TestCase(MediaStatus.Cleaned)]
    public async Task PassAsync_ItemAtRestOrLookedAtAgain_IsNotThere(MediaStatus status)
    {
        var photo = await World.ClearedAsync();
        await World.InHeadAsync(async head => (await head.Context.Media.FindAsync([World.School, photo], None))!.Status = status);
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.NotThere));
        Assert.That(await World.ReleasesAsync(photo), Is.Empty);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task QuarantineAsync_WhatIsQueuedAndOut_IsPulledAndOrderedBack()
    {
        var (photo, release) = await LeavingAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await Rig.Items.QuarantineAsync(await World.LeaseAsync(photo), ReasonCode.CustodyBroken, LeftoverKind.None, None);
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Quarantined));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.VerdictsAsync(photo)).Where(v => v.IsCurrent), Is.Empty);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
        Assert.That(await Rig.Publications.ClearedAsync(World.School, ChannelId.Website, photo, None), Is.Null);
    }

    [Test]
    public async Task QuarantineAsync_LeaseLost_TakesNothingBack()
    {
        var (photo, _) = await LeavingAsync();
        var lost = await World.LeaseAsync(photo);
        Rig.Clock.Advance(SchoolWorld.Minute * 2);
        await World.LeaseAsync(photo, "two");
        Assert.That(() => Rig.Items.QuarantineAsync(lost, ReasonCode.CustodyBroken, LeftoverKind.None, None), Throws.TypeOf<Items.LeaseLostException>());
        Assert.That(await World.QueueAsync(photo), Has.Count.EqualTo(1));
        Assert.That((await StateAsync(photo)).State, Is.EqualTo(ReleaseState.Leaving));
    }

    private Task<IReadOnlyList<DueRelease>> DueAsync() => Rig.Releases.TakeDueAsync(World.School, [ChannelId.Seesaw], 100, Interval, None);

    private async Task<IEnumerable<ReleaseId>> RecallsAsync() => (await Rig.Releases.TakeRecallsAsync(World.School, 100, Interval, None)).Select(r => r.Release);

    private Task<bool> RecalledAsync(ReleaseId release) => Rig.Releases.SaveRecalledAsync(World.School, release, "404", Longest, None);

    private Task WithdrawAsync(MediaId photo) => World.RecordAsync(World.Children[0], SchoolWorld.Seesaw, ConsentAnswer.Withdrawn, affected: photo);

    private async Task<(ReleaseState State, Instant? RecalledAt)> StateAsync(MediaId photo)
    {
        var row = (await World.ReleasesAsync(photo)).Single();
        return (row.State, row.RecalledAt);
    }

    private async Task<(MediaId Photo, ReleaseId Release)> LeavingAsync()
    {
        var photo = await World.ClearedAsync();
        return (photo, (await World.PassAsync(photo)).Clearance!.Release);
    }
}
