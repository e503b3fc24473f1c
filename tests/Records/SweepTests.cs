using MediaGuard.Consent.Decisions;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class SweepTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);

    [Test]
    public async Task TakeDueAsync_HandedOut_ComesAgainAfterTheInterval()
    {
        MediaId[] photos = [await World.NewAsync(), await World.NewAsync(), await World.NewAsync()];
        Assert.That(await DueAsync(2), Is.SubsetOf(photos).And.Count.EqualTo(2));
        Assert.That(await DueAsync(), Has.Count.EqualTo(1));
        Assert.That(await DueAsync(), Is.Empty);
        Rig.Clock.Advance(Interval);
        Assert.That(await DueAsync(), Is.Empty);
        Rig.Clock.Advance(TimeSpan.FromMicroseconds(1));
        Assert.That(await DueAsync(), Is.EquivalentTo(photos));
    }

    [Test]
    public async Task TakeDueAsync_ManyAtOnce_HandEachOutOnce()
    {
        var photos = new List<MediaId>();
        for (var n = 0; n < 12; n++)
        {
            photos.Add(await World.NewAsync());
        }

        await using var beside = Rig.Beside();
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? Rig : beside).Items.TakeDueAsync(World.School, 4, Interval, None))));
        Assert.That(taken.SelectMany(t => t), Is.EquivalentTo(photos));
    }

    [Test]
    public async Task TakeDueAsync_EveryStandingPlace_FindsWhatIsDueAndNothingElse()
    {
        var due = new List<MediaId> { await World.NewAsync(), await World.ArrivedAsync(), await World.SeenAsync(), await World.DecidedAsync() };

        var departed = await World.DecidedAsync();
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(departed), SourceState.Removed, None);
        due.Add(departed);

        var shredded = await World.DecidedAsync();
        await Rig.Items.SaveShreddedAsync(await World.LeaseAsync(shredded), None);

        var quarantinedInCustody = await World.SeenAsync();
        await Rig.Items.QuarantineAsync(await World.LeaseAsync(quarantinedInCustody), ReasonCode.Undecodable, None);
        due.Add(quarantinedInCustody);

        var quarantinedOutside = await World.ArrivedAsync();
        await Rig.Items.QuarantineAsync(await World.LeaseAsync(quarantinedOutside), ReasonCode.CustodyBroken, None);

        var duplicate = await World.NewAsync();
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(duplicate), ReasonCode.Duplicate, departed, [1], None);
        due.Add(duplicate);

        var vanished = await World.NewAsync();
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(vanished), ReasonCode.SourceVanished, null, [], None);

        var finished = await World.NewAsync();
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(finished), ReasonCode.Duplicate, departed, [1], None);
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(finished), SourceState.Removed, None);
        Assert.That((await World.RowAsync(finished)).Status, Is.EqualTo(MediaStatus.Gone));

        var leased = await World.NewAsync();
        await World.LeaseAsync(leased);
        var later = await World.NewAsync();
        await Rig.Items.FailAsync(await World.LeaseAsync(later), World.Now + SchoolWorld.Minute, None);
        var abandoned = await World.NewAsync();
        await World.LeaseAsync(abandoned, span: TimeSpan.Zero);
        due.Add(abandoned);

        await using (var db = World.Open())
        {
            await db.Media.Where(m => m.Id == vanished).ExecuteUpdateAsync(s => s.SetProperty(m => m.EnqueuedAt, new Instant(0)), None);
        }

        Assert.That(await DueAsync(), Is.EquivalentTo(due));
        Rig.Clock.Advance(Interval + Interval);
        Assert.That(await DueAsync(), Is.EquivalentTo(due.Append(leased).Append(later)));
    }

    [Test]
    public async Task TrafficAsync_StoodStill_IsCountedOnlyPastTheLimit()
    {
        var photo = await World.NewAsync();
        Assert.That(await Rig.Items.TrafficAsync(World.School, Interval, None), Is.EqualTo(new Items.Traffic(1, 0, 0)));
        Rig.Clock.Advance(Interval * 2);
        Assert.That(await Rig.Items.TrafficAsync(World.School, Interval, None), Is.EqualTo(new Items.Traffic(1, 1, 0)));
        await Rig.Items.ReturnAsync(await World.LeaseAsync(photo), World.Now, ReasonCode.ShareUnavailable, None);
        Assert.That(await Rig.Items.TrafficAsync(World.School, Interval, None), Is.EqualTo(new Items.Traffic(1, 1, 1)), "put off is not moved: the watch still tells");
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(photo), ReasonCode.SourceVanished, null, [], None);
        Assert.That((await Rig.Items.TrafficAsync(World.School, Interval, None)).StandingStill, Is.Zero, "it rests now");
    }

    [Test]
    public async Task LookAgainAsync_DetectorFailedBefore_GoesBackAndDoesNotCountAsStandingStill()
    {
        var failed = await World.SeenAsync();
        var lease = await World.LeaseAsync(failed);
        await World.InHeadAsync(head => head.SaveUnseenAsync(lease, ReasonCode.ModelMissing, None));
        await World.FirstDecisionAsync(failed);
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(failed), SourceState.Removed, None);
        await Rig.Items.ReturnAsync(await World.LeaseAsync(failed), World.Now + TimeSpan.FromDays(7), ReasonCode.None, None);
        var fine = await World.DecidedAsync();
        Rig.Clock.Advance(Interval * 3);
        Assert.That(await Rig.Items.LookAgainAsync(World.School, None), Is.EqualTo(1));
        Assert.That((await World.RowAsync(failed)).Status, Is.EqualTo(MediaStatus.Cleaned));
        Assert.That((await World.RowAsync(fine)).Status, Is.EqualTo(MediaStatus.Decided));
        Assert.That(await DueAsync(), Does.Contain(failed));
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(fine), SourceState.Removed, None);
        Assert.That((await Rig.Items.TrafficAsync(World.School, Interval, None)).StandingStill, Is.Zero);
        Assert.That(await Rig.Items.LookAgainAsync(World.School, None), Is.EqualTo(0), "it waits to be looked at already");
    }

    [Test]
    public async Task StoreAsync_DepartedAndDecidedAgain_IsDueToBeShreddedAtOnceAndNotStandingStill()
    {
        var photo = await World.DecidedAsync();
        await Rig.Items.SaveDepartedAsync(await World.LeaseAsync(photo), SourceState.Removed, None);
        Assert.That(await Rig.Items.ShredDueAsync(World.School, photo, None), Is.EqualTo((await World.RowAsync(photo)).VaultedAt + TimeSpan.FromDays(7)));
        await Rig.Items.ReturnAsync(await World.LeaseAsync(photo), World.Now + TimeSpan.FromDays(7), ReasonCode.None, None);
        Rig.Clock.Advance(Interval * 3);
        Assert.That(await DueAsync(), Is.Empty);
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
        Assert.That(await Rig.Items.ShredDueAsync(World.School, photo, None), Is.EqualTo(default(Instant)));
        Assert.That((await Rig.Items.TrafficAsync(World.School, Interval, None)).StandingStill, Is.Zero);
        Assert.That(await DueAsync(), Is.EqualTo(new[] { photo }));
    }

    [Test]
    public async Task FindOrphansAsync_ObjectsOfEveryKind_NamesTheOnesNoRowNeeds()
    {
        var kept = await World.DecidedAsync();
        var shredded = await World.DecidedAsync();
        await Rig.Items.SaveShreddedAsync(await World.LeaseAsync(shredded), None);
        var gone = await World.NewAsync();
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(gone), ReasonCode.Duplicate, kept, [1], None);
        VaultObject Original(MediaId m) => VaultObject.Original(World.School, m);
        VaultObject Rendition(MediaId m) => VaultObject.Rendition(World.School, new RenditionId(m.Value));
        VaultObject[] stray = [Original(MediaId.New()), Rendition(MediaId.New())];
        VaultObject[] all = [Original(kept), Rendition(kept), Original(shredded), Rendition(shredded), Original(gone), Rendition(gone), .. stray, new(SchoolId.New(), VaultKind.Original, Guid.CreateVersion7())];
        Assert.That(await Rig.Items.FindOrphansAsync(World.School, all, None), Is.EquivalentTo(new[] { Original(shredded), Original(gone), Rendition(gone) }.Concat(stray)));
    }

    [Test]
    public async Task FindOrphansAsync_BooksPutBack_NamesNothingMeanwhileAndNeverWhatWasLost()
    {
        var restoredTo = World.Now;
        var vanished = await World.NewAsync();
        var (before, lost, rendition) = (MadeAt(-10), MadeAt(30), VaultObject.Rendition(World.School, new RenditionId(MadeAt(30).Id)));
        Rig.Clock.Advance(TimeSpan.FromMinutes(60));
        await Rig.Backups.NoteRestoredAsync(World.School, restoredTo, None);
        Rig.Clock.Advance(TimeSpan.FromMinutes(60));
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(vanished), ReasonCode.SourceVanished, null, [], None);
        var after = MadeAt(-30);
        VaultObject[] all = [before, lost, rendition, VaultObject.Original(World.School, vanished), after];
        Assert.That(await Rig.Items.FindOrphansAsync(World.School, all, None), Is.Empty, "nobody has looked yet");
        await Rig.Register.ConfirmAsync(World.School, SchoolWorld.Office, None);
        Assert.That(await Rig.Items.FindOrphansAsync(World.School, all, None), Is.EquivalentTo(new[] { before, after }));
        Assert.That(await Rig.Items.FindStrandedAsync(World.School, all, None), Is.EquivalentTo(all.Except([before, after])));

        VaultObject MadeAt(int minutes) => VaultObject.Original(World.School, new MediaId(Guid.CreateVersion7(Rig.Clock.GetUtcNow().AddMinutes(minutes))));
    }

    private Task<IReadOnlyList<MediaId>> DueAsync(int atMost = 100) => Rig.Items.TakeDueAsync(World.School, atMost, Interval, None);
}
