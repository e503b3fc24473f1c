using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class LeaseTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task TryLeaseAsync_ManyAtOnce_OneWins()
    {
        await using var beside = Rig.Beside();
        for (var round = 0; round < 5; round++)
        {
            var photo = await World.NewAsync();
            var leases = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(
                () => (n % 2 == 0 ? Rig : beside).Items.TryLeaseAsync(World.School, photo, $"worker {n}", SchoolWorld.Minute, 0, None))));
            var winner = leases.Single(l => l is not null)!;
            var row = await World.RowAsync(photo);
            Assert.That((row.LeaseOwner, row.Fence, row.Attempt), Is.EqualTo((winner.Owner, 1L, 1)));
        }
    }

    [Test]
    public async Task TryLeaseAsync_LeaseRunsAndExpires_IsFreeAtItsLastMoment()
    {
        var photo = await World.NewAsync();
        var first = await World.LeaseAsync(photo);
        Rig.Clock.Advance(SchoolWorld.Minute - TimeSpan.FromMicroseconds(1));
        Assert.That(await Rig.Items.TryLeaseAsync(World.School, photo, "two", SchoolWorld.Minute, 0, None), Is.Null);
        Rig.Clock.Advance(TimeSpan.FromMicroseconds(1));
        var second = await World.LeaseAsync(photo, "two");
        Assert.That((second.Fence, second.Attempt), Is.EqualTo((first.Fence + 1, 2)));
    }

    [Test]
    public async Task EverySave_LeaseTakenOver_ThrowsAndChangesNothing()
    {
        var photo = await World.SeenAsync();
        var old = await World.LeaseAsync(photo, "one", TimeSpan.Zero);
        await World.LeaseAsync(photo, "two");
        var before = await DumpAsync(photo);
        var understanding = new Understanding(MediaFormat.Png, 1, 1, null, null, null, null, null, false, [new FoundName("a", "b")], []);
        var picture = new Ingest.Cleaning.CleanedPicture(new byte[] { 1 }, 1, 1, System.Collections.Immutable.ImmutableSortedDictionary<string, int>.Empty, []);
        Func<Task>[] saves =
        [
            () => Rig.Items.SaveVaultedAsync(old, None),
            () => Rig.Items.SaveUnderstoodAsync(old, understanding, None),
            () => Rig.Items.SaveCleanedAsync(old, RenditionId.New(), picture, [1], None),
            () => Rig.Items.SaveDepartedAsync(old, SourceState.Removed, None),
            () => Rig.Items.SaveShreddedAsync(old, None),
            () => Rig.Items.QuarantineAsync(old, ReasonCode.Truncated, None),
            () => Rig.Items.SaveGoneAsync(old, ReasonCode.Duplicate, MediaId.New(), [1], None),
            () => Rig.Items.ReturnAsync(old, default, ReasonCode.StorageFull, None),
            () => Rig.Items.FailAsync(old, default, None),
            () => World.InHeadAsync(head => head.SaveArrivedAsync(old, [1], 1, None)),
            () => World.InHeadAsync(head => head.SaveSeenAsync(old, [], [], ReasonCode.None, None)),
            () => World.InHeadAsync(head => head.SaveUnseenAsync(old, ReasonCode.DetectorFailed, None)),
            () => World.InHeadAsync(head => head.SaveDecidedAsync(old, None)),
        ];
        foreach (var save in saves)
        {
            Assert.That(async () => await save(), Throws.TypeOf<LeaseLostException>());
        }

        Assert.That(await Rig.Items.RenewAsync(old, SchoolWorld.Minute, None), Is.False);
        Assert.That(await DumpAsync(photo), Is.EqualTo(before));
    }

    [Test]
    public async Task HeadSave_LeaseTakenOverBetweenReadAndCommit_ThrowsLeaseLost()
    {
        if (Rig.IsSqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        var photo = await World.SeenAsync();
        var old = await World.LeaseAsync(photo, "one", TimeSpan.Zero);
        Assert.That(
            async () => await World.InHeadAsync(async head =>
            {
                await head.SaveDecidedAsync(old, None);
                await World.LeaseAsync(photo, "two");
            }),
            Throws.TypeOf<LeaseLostException>());
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Seen));
    }

    [Test]
    public async Task ReturnAsync_NothingDone_DoesNotCountTheAttempt()
    {
        var photo = await World.NewAsync();
        await Rig.Items.ReturnAsync(await World.LeaseAsync(photo), World.Now + SchoolWorld.Minute, ReasonCode.StorageFull, None);
        var row = await World.RowAsync(photo);
        Assert.That((row.Attempt, row.Waiting, row.LeaseOwner, row.NotBefore), Is.EqualTo((0, ReasonCode.StorageFull, (string?)null, World.Now + SchoolWorld.Minute)));
        Assert.That(await Rig.Items.TryLeaseAsync(World.School, photo, "one", SchoolWorld.Minute, 0, None), Is.Null);
        Rig.Clock.Advance(SchoolWorld.Minute);
        Assert.That((await World.LeaseAsync(photo)).Attempt, Is.EqualTo(1));
    }

    [Test]
    public async Task FailAsync_StepDied_CountsTheAttemptAndEndsTheWaiting()
    {
        var photo = await World.NewAsync();
        await Rig.Items.ReturnAsync(await World.LeaseAsync(photo), default, ReasonCode.StorageFull, None);
        await Rig.Items.FailAsync(await World.LeaseAsync(photo), default, None);
        Assert.That((await World.RowAsync(photo)).Waiting, Is.EqualTo(ReasonCode.None));
        Assert.That((await World.LeaseAsync(photo)).Attempt, Is.EqualTo(2));
    }

    [Test]
    public async Task TryLeaseAsync_ProcessDiedThenExcused_CountsFromTheRest()
    {
        var photo = await World.NewAsync();
        await World.LeaseAsync(photo, span: TimeSpan.Zero);
        await World.LeaseAsync(photo, span: TimeSpan.Zero);
        Assert.That((await Rig.Items.TryLeaseAsync(World.School, photo, "one", TimeSpan.Zero, 2, None))!.Attempt, Is.EqualTo(1));
        Assert.That((await Rig.Items.TryLeaseAsync(World.School, photo, "one", TimeSpan.Zero, 9, None))!.Attempt, Is.EqualTo(1));
    }

    [Test]
    public async Task RenewAsync_StillOurs_HoldsLonger()
    {
        var photo = await World.NewAsync();
        var lease = await World.LeaseAsync(photo);
        Rig.Clock.Advance(SchoolWorld.Minute / 2);
        Assert.That(await Rig.Items.RenewAsync(lease, SchoolWorld.Minute, None), Is.True);
        Rig.Clock.Advance(SchoolWorld.Minute / 2);
        Assert.That(await Rig.Items.TryLeaseAsync(World.School, photo, "two", SchoolWorld.Minute, 0, None), Is.Null);
        await World.InHeadAsync(head => head.SaveArrivedAsync(lease, [1, 2], 2, None));
        Assert.That((await World.RowAsync(photo)).Status, Is.EqualTo(MediaStatus.Arrived));
        Assert.That(await Rig.Items.RenewAsync(lease, SchoolWorld.Minute, None), Is.False);
    }

    [Test]
    public async Task SaveUnderstoodAsync_TextNoDatabaseTakes_IsStoredWithoutIt()
    {
        var photo = await World.SeenAsync();
        var understanding = new Understanding(
            MediaFormat.Jpeg, 1, 1, "Ma\0ke", "Mo\ud800del", "\0", new DateTime(2026, 6, 15, 8, 30, 0, DateTimeKind.Local), TimeSpan.FromHours(1), false, [new FoundName("t\0", "A\0d\udc00a 😀")], []);
        await Rig.Items.SaveUnderstoodAsync(await World.LeaseAsync(photo), understanding, None);
        var row = await World.RowAsync(photo);
        Assert.That((row.CameraMake, row.CapturedLocal, row.CapturedOffsetMinutes, row.TakenOn), Is.EqualTo(("Make", new DateTime(2026, 6, 15, 8, 30, 0), (int?)60, (DateOnly?)new DateOnly(2026, 6, 15))));
        await using var db = World.Open();
        var name = await db.FoundNames.SingleAsync(n => n.MediaId == photo, None);
        Assert.That((name.Field, name.Text), Is.EqualTo(("t", "Ad\ufffda 😀")));
    }

    [Test]
    public async Task SaveUnderstoodAsync_Twice_KeepsTheRegionsOfTheLast()
    {
        var photo = await World.SeenAsync();
        var understanding = new Understanding(MediaFormat.Jpeg, 1, 1, null, null, null, null, null, false, [], [])
        {
            Regions = [new FoundRegion(RegionKind.Face, "A\0da", new RegionArea(0.25, 0.5, 0.125, 0.25)), new FoundRegion(RegionKind.BarCode, null, null)],
        };
        await Rig.Items.SaveUnderstoodAsync(await World.LeaseAsync(photo), understanding, None);
        await using var db = World.Open();
        var rows = (await db.FoundRegions.AsNoTracking().Where(r => r.MediaId == photo).ToListAsync(None)).OrderBy(r => r.Kind);
        Assert.That(rows.Select(r => (r.Kind, r.Name, r.CentreX, r.CentreY, r.Width, r.Height)), Is.EqualTo(new[]
        {
            (RegionKind.Face, (string?)"Ada", (double?)0.25, (double?)0.5, (double?)0.125, (double?)0.25), (RegionKind.BarCode, null, null, null, null, null),
        }));
    }

    private async Task<string> DumpAsync(MediaId photo)
    {
        await using var db = World.Open();
        object[] all =
        [
            await db.Media.AsNoTracking().SingleAsync(m => m.Id == photo, None),
            await db.FoundNames.AsNoTracking().Where(n => n.MediaId == photo).ToListAsync(None),
            await db.FoundRegions.AsNoTracking().Where(n => n.MediaId == photo).ToListAsync(None),
            await db.Renditions.AsNoTracking().Where(n => n.MediaId == photo).ToListAsync(None),
            await db.Receipts.CountAsync(r => r.MediaId == photo, None),
            await db.SourceClaims.CountAsync(r => r.MediaId == photo, None),
            await db.Faces.CountAsync(r => r.MediaId == photo, None),
        ];
        return System.Text.Json.JsonSerializer.Serialize(all);
    }
}
