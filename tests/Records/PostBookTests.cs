using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Records.Tests;

public sealed class PostBookTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    [Test]
    [Property("Requirement", "C5")]
    public async Task Recall_OfATakenCopy_StaysOpenUntilSomebodySaysWhatBecameOfIt()
    {
        var (photo, release, group) = await TakenAsync();
        await WithdrawAsync(photo);
        var ordered = World.Now;
        Rig.Clock.Advance(Longest + SchoolWorld.Minute);
        Assert.That(await Rig.Releases.SaveRecalledAsync(World.School, release, "not there", Longest, None), Is.False, "our own copy is gone, the one in somebody's hands is not");
        var waiting = (await Rig.Posts.ToTakeDownAsync(World.School, [group], ChannelId.Seesaw, None)).Single();
        Assert.That((waiting.Release, waiting.Media, waiting.DownBy, waiting.IsOut), Is.EqualTo((release, photo, (Instant?)(ordered + TimeSpan.FromHours(24)), false)));
        Assert.That(await Rig.Releases.TakeRecallsAsync(World.School, 10, default, None), Is.Empty, "asked again later");

        Assert.That(await Rig.Posts.EndAsync(World.School, [group], release, PostEnd.TakenDown, SchoolWorld.Teacher, None), Is.True);
        Assert.That(await Rig.Posts.EndAsync(World.School, [group], release, PostEnd.TakenDown, SchoolWorld.Teacher, None), Is.False);
        Assert.That((await Rig.Releases.TakeRecallsAsync(World.School, 10, default, None)).Single().Release, Is.EqualTo(release), "due at once");
        Assert.That(await Rig.Releases.SaveRecalledAsync(World.School, release, "not there", Longest, None), Is.True);
        Assert.That(await Rig.Posts.ToTakeDownAsync(World.School, [group], ChannelId.Seesaw, None), Is.Empty);
    }

    [Test]
    public async Task End_OfACopyThatStands_IsRefused()
    {
        var (_, release, group) = await TakenAsync();
        Assert.That(await Rig.Posts.EndAsync(World.School, [group], release, PostEnd.TakenDown, SchoolWorld.Teacher, None), Is.False);
    }

    [Test]
    public async Task Taken_AfterItWasOrderedBack_IsRefused()
    {
        var photo = await World.ClearedAsync();
        var release = (await World.PassAsync(photo)).Clearance!.Release;
        await WithdrawAsync(photo);
        Assert.That(await Rig.Posts.TakenAsync(World.School, release, SchoolWorld.Teacher, None), Is.False);
        Assert.That(await Rig.Posts.OfAsync(World.School, [photo], ChannelId.Seesaw, None), Is.Empty);
    }

    [Test]
    public async Task Posted_OtherClassOrOrderedBack_ChangesNothing()
    {
        var (photo, release, group) = await TakenAsync();
        Assert.That(await Rig.Posts.PostedAsync(World.School, new GroupId(Guid.CreateVersion7()), [release], true, SchoolWorld.Teacher, None), Is.Zero);
        Assert.That(await Rig.Posts.PostedAsync(World.School, group, [release], true, SchoolWorld.Teacher, None), Is.EqualTo(1));
        Assert.That(await Rig.Posts.PostedAsync(World.School, group, [release], true, SchoolWorld.Teacher, None), Is.Zero, "ticked once");
        Assert.That((await Rig.Posts.OfAsync(World.School, [photo], ChannelId.Seesaw, None))[photo].PostedAt, Is.EqualTo(World.Now));
        await WithdrawAsync(photo);
        Assert.That(await Rig.Posts.PostedAsync(World.School, group, [release], false, SchoolWorld.Teacher, None), Is.Zero, "what must come down stays posted until it is");
    }

    private Task WithdrawAsync(MediaId photo) => World.RecordAsync(World.Children[0], SchoolWorld.Seesaw, ConsentAnswer.Withdrawn, affected: photo);

    private async Task<(MediaId Photo, ReleaseId Release, GroupId Group)> TakenAsync()
    {
        var photo = await World.ClearedAsync();
        var release = (await World.PassAsync(photo)).Clearance!.Release;
        Assert.That(await Rig.Posts.TakenAsync(World.School, release, SchoolWorld.Teacher, None), Is.True);
        Assert.That(await Rig.Posts.TakenAsync(World.School, release, SchoolWorld.Teacher, None), Is.True, "taken twice is one copy");
        return (photo, release, (await World.RowAsync(photo)).GroupId!.Value);
    }
}
