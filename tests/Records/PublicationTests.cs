using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Publications;

namespace MediaGuard.Records.Tests;

/// <summary>Copies that people put somewhere by hand: their recall ends with somebody's word.</summary>
[Property("Requirement", "C5")]
public sealed class PublicationTests(string provider) : RecordsFixture(provider)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);
    private static readonly UserId Editor = new(Guid.CreateVersion7());
    private static readonly UserId Program = new(Guid.CreateVersion7());

    [Test]
    public async Task HandOut_OrderedBack_IsOpenUntilSomebodySaysItIsDown()
    {
        var (photo, release) = await LeavingAsync();
        Assert.That(await Rig.Publications.HandOutAsync(World.School, release, Editor, None), Is.True);
        Assert.That(await Rig.Publications.HandOutAsync(World.School, release, Editor, None), Is.True, "again is no second one");
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Released), "nothing else delivers it");
        Assert.That(await DownsAsync(), Is.Empty);
        await WithdrawAsync(photo);
        Assert.That(await Rig.Publications.HandOutAsync(World.School, release, Program, None), Is.False);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }));
        Assert.That(await RecalledAsync(release), Is.False);
        Assert.That(await RecallsAsync(), Is.Empty, "nobody looks every minute for what a person must do");

        var down = (await DownsAsync()).Single();
        Assert.That((down.Release, down.By - down.Since, down.TakenAt), Is.EqualTo((release, TimeSpan.FromHours(24), (Instant?)World.Now)));
        Assert.That(await Rig.Publications.ConfirmDownAsync(World.School, release, ChannelId.Seesaw, null, Editor, None), Is.False, "not on that channel");
        Assert.That(await Rig.Publications.ConfirmDownAsync(World.School, release, ChannelId.Website, null, Editor, None), Is.True);
        Assert.That(await Rig.Publications.ConfirmDownAsync(World.School, release, ChannelId.Website, null, Editor, None), Is.False);
        Assert.That(await RecallsAsync(), Is.EqualTo(new[] { release }), "due at once");
        Assert.That(await RecalledAsync(release), Is.True);
        Assert.That(await DownsAsync(), Is.Empty);
        Assert.That((await Rig.Publications.TakenDownAsync(World.School, ChannelId.Website, 9, None)).Single().DownAt, Is.EqualTo(World.Now));
    }

    [Test]
    public async Task ConfirmDown_OfOne_LeavesWhatOthersHave()
    {
        var (photo, release) = await LeavingAsync();
        await Rig.Publications.HandOutAsync(World.School, release, Editor, None);
        await Rig.Publications.HandOutAsync(World.School, release, Program, None);
        await Rig.Publications.UseAsync(World.School, photo, ChannelId.Website, "https://school.example/a", Program, None);
        await WithdrawAsync(photo);
        Assert.That(await Rig.Publications.ConfirmDownAsync(World.School, release, ChannelId.Website, Program, Program, None), Is.True);
        Assert.That(await Rig.Publications.TakeDownsAsync(World.School, ChannelId.Website, Program, None), Is.Empty);
        Assert.That((await DownsAsync()).Single().UsedAt, Is.Empty);
        Assert.That(await RecalledAsync(release), Is.False);
        Assert.That(await Rig.Publications.ConfirmDownAsync(World.School, release, ChannelId.Website, null, Editor, None), Is.True);
        Assert.That(await RecalledAsync(release), Is.True);
    }

    [Test]
    public async Task Use_AfterTheRecallEnded_OpensItAgain()
    {
        var (photo, release) = await LeavingAsync();
        Assert.That(await Rig.Publications.UseAsync(World.School, MediaId.New(), ChannelId.Website, "https://school.example/a", Program, None), Is.EqualTo(UsedAtOutcome.NoCopy));
        Assert.That(await Rig.Publications.UseAsync(World.School, photo, ChannelId.Website, "https://school.example/a", Program, None), Is.EqualTo(UsedAtOutcome.Noted));
        Assert.That(await Rig.Publications.UseAsync(World.School, photo, ChannelId.Website, "https://school.example/a", Program, None), Is.EqualTo(UsedAtOutcome.Known));
        var used = (await Rig.Publications.UsedAtAsync(World.School, [photo], ChannelId.Website, None)).Single();
        Assert.That(await Rig.Publications.LeaveAsync(World.School, photo, ChannelId.Website, used.Id, Editor, None), Is.True);
        Assert.That(await Rig.Publications.LeaveAsync(World.School, photo, ChannelId.Website, used.Id, Editor, None), Is.False);
        await WithdrawAsync(photo);
        Rig.Clock.Advance(Longest * 2);
        Assert.That(await RecalledAsync(release), Is.True);
        Assert.That(await Rig.Publications.UseAsync(World.School, photo, ChannelId.Website, "https://school.example/late", Program, None), Is.EqualTo(UsedAtOutcome.MustComeDown));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await DownsAsync()).Single().UsedAt.Select(u => u.Address), Is.EqualTo(new[] { "https://school.example/late" }));
    }

    [Test]
    public async Task TakeDowns_TheLongestDue_ComesFirst()
    {
        var downs = new List<ReleaseId>();
        for (var n = 0; n < 3; n++)
        {
            var (photo, release) = await LeavingAsync();
            await Rig.Publications.HandOutAsync(World.School, release, Editor, None);
            await World.SayAsync(SchoolWorld.Say(AttestationKind.NotAskedFor, photo) with { Channel = ChannelId.Website });
            downs.Add(release);
            Rig.Clock.Advance(TimeSpan.FromHours(15));
        }

        var open = await DownsAsync();
        Assert.That(open.Select(d => d.Release), Is.EqualTo(downs));
        Assert.That(open.Select(d => d.IsOverdue(World.Now)), Is.EqualTo(new[] { true, true, false }));
    }

    [Test]
    public async Task Cleared_PageByPage_IsEveryPictureOnce()
    {
        var photos = new List<MediaId>();
        for (var n = 0; n < 5; n++)
        {
            photos.Add((await LeavingAsync()).Photo);
        }

        var read = new List<MediaId>();
        for (MediaId? after = null; ;)
        {
            var page = await Rig.Publications.ClearedAsync(World.School, ChannelId.Website, after, 2, None);
            if (page.Count == 0)
            {
                break;
            }

            read.AddRange(page.Select(c => c.Media));
            after = page[^1].Media;
        }

        Assert.That(read, Is.EquivalentTo(photos).And.Unique);
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task MayBeNamed_OnlyWithAYesOfToday_AndNobodyProtected()
    {
        var (yes, no, none, ended, hidden) = (await AddAsync("A One"), await AddAsync("B Two"), await AddAsync("C Three"), await AddAsync("D Four"), await AddAsync("E Five"));
        await World.RecordAsync(yes, PurposeId.Names, ConsentAnswer.Given);
        await World.RecordAsync(no, PurposeId.Names, ConsentAnswer.Refused);
        await World.RecordAsync(ended, PurposeId.Names, ConsentAnswer.Given, until: World.Today.AddDays(-1), from: World.Today.AddDays(-9));
        await World.RecordAsync(hidden, PurposeId.Names, ConsentAnswer.Given);
        await Rig.Register.ProtectAsync(World.School, hidden, "court order", SchoolWorld.Office, None);
        Assert.That(await Rig.Captions.MayBeNamedAsync(World.School, [yes, no, none, ended, hidden], None), Is.EquivalentTo(new[] { yes }));
    }

    private Task<PersonId> AddAsync(string name) => World.InHeadReturnsAsync(head => Task.FromResult(head.AddPerson(new NewPerson(PersonKind.Pupil, name, name), null)));

    private async Task<IReadOnlyList<TakeDown>> DownsAsync() => await Rig.Publications.TakeDownsAsync(World.School, ChannelId.Website, null, None);

    private async Task<IEnumerable<ReleaseId>> RecallsAsync() => (await Rig.Releases.TakeRecallsAsync(World.School, 100, TimeSpan.FromMinutes(5), None)).Select(r => r.Release);

    private Task<bool> RecalledAsync(ReleaseId release) => Rig.Releases.SaveRecalledAsync(World.School, release, "gone", Longest, None);

    private Task WithdrawAsync(MediaId photo) => World.RecordAsync(World.Children[0], SchoolWorld.Website, ConsentAnswer.Withdrawn, affected: photo);

    private async Task<(MediaId Photo, ReleaseId Release)> LeavingAsync()
    {
        var photo = await World.ClearedAsync();
        await World.SayAsync(SchoolWorld.Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        return (photo, (await World.PassAsync(photo, ChannelId.Website)).Clearance!.Release);
    }
}
