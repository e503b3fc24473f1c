using MediaGuard.Media;
using MediaGuard.Records.Items;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class NoticeTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task NoticeAsync_SameFileTwice_IsOneItem()
    {
        var first = await World.NoticeAsync("Willow Class/a.jpg");
        Assert.That(await World.NoticeAsync("Willow Class/a.jpg"), Is.Null);
        var item = (await Rig.Items.LoadAsync(World.School, first!.Value, None))!;
        Assert.That((item.SourcePath, item.SourceLength, item.SourceModifiedAt, item.Status, item.SourceState), Is.EqualTo(("Willow Class/a.jpg", 1000L, new Instant(5), MediaStatus.Noticed, SourceState.Present)));
    }

    [Test]
    public async Task NoticeAsync_EightAtOnce_IsOneItem()
    {
        await using var beside = Rig.Beside();
        for (var round = 0; round < 4; round++)
        {
            var path = $"Willow Class/{round}.jpg";
            Assert.That(await AtOnceAsync(beside, path, 1000), Has.Count.EqualTo(1));
            Assert.That(await AtOnceAsync(beside, path, 2000), Has.Count.EqualTo(1), "changed");
            await using var db = World.Open();
            var states = await db.Media.Where(m => m.SourcePath == path).OrderBy(m => m.SourceLength).Select(m => m.SourceState).ToListAsync(None);
            Assert.That(states, Is.EqualTo(new[] { SourceState.Changed, SourceState.Present }));
        }
    }

    [TestCase(1001, 5)]
    [TestCase(1000, 6)]
    public async Task NoticeAsync_FileChanged_IsANewItemAndTheOldOnesSourceChanged(long length, long modified)
    {
        var old = (await World.NoticeAsync("Willow Class/a.jpg"))!.Value;
        var changed = (await World.NoticeAsync("Willow Class/a.jpg", length, modified))!.Value;
        Assert.That((await World.RowAsync(old)).SourceState, Is.EqualTo(SourceState.Changed));
        Assert.That((await World.RowAsync(changed)).SourceState, Is.EqualTo(SourceState.Present));
        Assert.That(await World.NoticeAsync("Willow Class/a.jpg", length, modified), Is.Null);
    }

    [Test]
    public async Task NoticeAsync_AfterDeparture_TakesTheSamePathAgain()
    {
        var photo = (await World.NoticeAsync("Willow Class/a.jpg"))!.Value;
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(photo), ReasonCode.SourceVanished, null, [], None);
        Assert.That(await World.NoticeAsync("Willow Class/a.jpg"), Is.Not.Null);
    }

    [TestCase("willow-class")]
    [TestCase("WILLOW  CLASS")]
    [TestCase("Wïllow_Class")]
    [TestCase("Ｗｉｌｌｏｗ Class")]
    public async Task NoticeAsync_FolderSpeltOtherwise_IsTheClass(string folder)
    {
        var photo = await World.NewAsync(folder);
        Assert.That((await World.RowAsync(photo)).GroupId, Is.EqualTo(World.Group));
    }

    [Test]
    public async Task NoticeAsync_NoFolderOrOneNobodyKnows_HasNoClass()
    {
        await World.InHeadAsync(head =>
        {
            head.AddGroup("🐝", false, null);
            return Task.CompletedTask;
        });
        Assert.That((await World.RowAsync((await World.NoticeAsync("a.jpg"))!.Value)).GroupId, Is.Null);
        Assert.That((await World.RowAsync((await World.NoticeAsync("Elm/a.jpg"))!.Value)).GroupId, Is.Null);
    }

    [Test]
    public async Task NoticeAsync_PathsThatOnlyLookAlike_AreTheirOwnItems()
    {
        string[] paths = ["Élan/é 😀.jpg", "E\u0301lan/e\u0301 😀.jpg", "élan/É 😀.jpg", "Élan/é 😀.jpg "];
        foreach (var path in paths)
        {
            var photo = (await World.NoticeAsync(path))!.Value;
            Assert.That((await World.RowAsync(photo)).SourcePath, Is.EqualTo(path));
            Assert.That(await World.NoticeAsync(path), Is.Null);
        }
    }

    [Test]
    public async Task FindSameAsync_TwoIdenticalContentsAtOnce_IsOneOriginalAndOneDuplicate()
    {
        await using var beside = Rig.Beside();
        for (var round = 0; round < 5; round++)
        {
            MediaId[] photos = [await World.NewAsync(), await World.NewAsync(), await World.NewAsync()];
            var sha = SchoolWorld.Sha($"content {round}");
            var found = await Task.WhenAll(photos.Select((photo, n) => Task.Run(() => ArriveAsync(n == 0 ? Rig : beside, photo, sha))));
            var original = photos[Array.IndexOf(found, null)];
            Assert.That(found.Where(f => f is not null), Is.EqualTo(new MediaId?[] { original, original }));
            Assert.That((await World.RowAsync(original)).Status, Is.EqualTo(MediaStatus.Arrived));
        }
    }

    [Test]
    public async Task FindSameAsync_OnlyWhatWeHold_Counts()
    {
        var sha = SchoolWorld.Sha("same");
        var broken = await World.ArrivedAsync(sha);
        await World.InHeadAsync(async head => Assert.That(await head.FindSameAsync(MediaId.New(), sha, None), Is.EqualTo(broken)));
        await Rig.Items.QuarantineAsync(await World.LeaseAsync(broken), ReasonCode.CustodyBroken, None);
        await World.InHeadAsync(async head => Assert.That(await head.FindSameAsync(MediaId.New(), sha, None), Is.Null, "nothing of it is in our custody"));
        var gone = await World.NewAsync();
        await Rig.Items.SaveGoneAsync(await World.LeaseAsync(gone), ReasonCode.Duplicate, broken, sha, None);
        await World.InHeadAsync(async head => Assert.That(await head.FindSameAsync(MediaId.New(), sha, None), Is.Null));
    }

    [Test]
    public async Task QuarantineAsync_ForALeftover_TellsTheOfficeItsKind()
    {
        var media = await World.ArrivedAsync();
        await Rig.Items.QuarantineAsync(await World.LeaseAsync(media), ReasonCode.LeftoverFound, LeftoverKind.Comment, None);
        Assert.That((await World.RowAsync(media)).Leftover, Is.EqualTo(LeftoverKind.Comment));
        async Task<string> SentenceAsync(Views.Reader reader) => (await Rig.Views.DetailAsync(World.School, media, reader, None))!.Photo.Trouble!.Sentence;
        Assert.That(await SentenceAsync(Views.Reader.Office), Does.EndWith("What was left is a comment."));
        Assert.That(await SentenceAsync(Views.Reader.Teacher), Does.Not.Contain("comment"));
    }

    [Test]
    public async Task IsTombstonedAsync_DeletedBefore_IsKnownAgain()
    {
        await World.InHeadAsync(head =>
        {
            head.Context.Tombstones.Add(new Rows.TombstoneRow { SchoolId = World.School, Mac = [9, 8, 7], At = head.Now, Reason = ReasonCode.Deleted });
            return Task.CompletedTask;
        });
        await World.InHeadAsync(async head =>
        {
            Assert.That(await head.IsTombstonedAsync([9, 8, 7], None), Is.True);
            Assert.That(await head.IsTombstonedAsync([9, 8], None), Is.False);
        });
    }

    private async Task<List<MediaId>> AtOnceAsync(Rig beside, string path, long length)
    {
        var file = new Ingest.Arrivals.ShareFile(path, length, new Instant(5));
        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => (n % 2 == 0 ? Rig : beside).Items.NoticeAsync(World.Info, file, None))));
        return [.. made.Where(m => m is not null).Select(m => m!.Value)];
    }

    private async Task<MediaId?> ArriveAsync(Rig rig, MediaId photo, System.Collections.Immutable.ImmutableArray<byte> sha)
    {
        Lease lease = (await rig.Items.TryLeaseAsync(World.School, photo, "one", SchoolWorld.Minute, 0, None))!;
        await using var head = await rig.Heads.BeginAsync(World.School, None);
        var same = await head.FindSameAsync(photo, sha, None);
        if (same is null)
        {
            await head.SaveArrivedAsync(lease, sha, 10, None);
            await head.CommitAsync(None);
        }

        return same;
    }
}
