using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Policies;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>The school's rules per channel: what may be set, what is said before, and what follows.</summary>
public sealed class PolicyBookTests(string provider) : RecordsFixture(provider)
{
    private static readonly string[] Six = ["seesaw", "website", "social", "press", "display", "credits"];

    private IPolicyBook Book => Rig.Policies;

    [Test]
    [Property("Requirement", "C2")]
    [Property("Requirement", "C3")]
    public async Task Apply_SixChannels_EachAsksForItsOwnConsent()
    {
        await ApplyAsync([.. Six.Skip(2).Select(Plain)]);
        var photo = await World.DecidedAsync();
        await World.SayAsync([Say(AttestationKind.NobodyFromOutside, photo), .. Six.Select(c => Say(AttestationKind.AskedFor, photo) with { Channel = new ChannelId(c) })]);

        var cleared = new List<string> { "seesaw", "website" };
        Assert.That(await ClearedAsync(photo), Is.EquivalentTo(cleared));
        foreach (var one in Six.Skip(2))
        {
            foreach (var child in World.Children)
            {
                await World.RecordAsync(child, new PurposeId(one), ConsentAnswer.Given, null, null, photo);
            }

            cleared.Add(one);
            Assert.That(await ClearedAsync(photo), Is.EquivalentTo(cleared), $"after the yeses to {one}");
        }

        await World.RecordAsync(World.Children[1], new PurposeId("social"), ConsentAnswer.Withdrawn, null, null, photo);
        Assert.That(await ClearedAsync(photo), Is.EquivalentTo(cleared.Except(["social"])));
    }

    [TestCase("social", "website")]
    [TestCase("press", "website")]
    [TestCase("website", "seesaw")]
    [TestCase("display", "seesaw")]
    [Property("Requirement", "C3")]
    public async Task Preview_ChannelOnAnothersConsent_IsRefused(string channel, string purpose)
    {
        var preview = await Book.PreviewAsync(World.School, [Plain(channel) with { Purposes = [purpose] }], None);
        Assert.That(preview.Problems.Single(), Does.Contain("must ask for the consent of its own name"));
        Assert.That((await Book.ApplyAsync(World.School, 1, [Plain(channel) with { Purposes = [purpose] }], Office, None)).Problems, Is.EqualTo(preview.Problems));
        Assert.That((await Book.ReadAsync(World.School, None)).Version, Is.EqualTo(1));
    }

    [TestCase("website", "Website: “no face found” never suffices there")]
    [TestCase("social", "Social media: “no face found” never suffices where everybody may look")]
    public async Task Apply_NoFaceForAPublicChannel_IsRefusedWithTheReason(string channel, string says)
    {
        var outcome = await Book.ApplyAsync(World.School, 1, [Plain(channel) with { NoFaceSuffices = true }], Office, None);
        Assert.That(outcome.Problems.Single(), Does.StartWith(says).And.Contain("back of a head"));
        Assert.That((await Book.ReadAsync(World.School, None)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Apply_WhatCannotBe_IsRefused()
    {
        async Task<string> ProblemAsync(ChannelEdit edit) => (await Book.PreviewAsync(World.School, [edit], None)).Problems.Single();
        Assert.That(await ProblemAsync(Plain("seesaw") with { Purposes = [] }), Does.Contain("at least one purpose"));
        Assert.That(await ProblemAsync(Plain("seesaw") with { Purposes = ["seesaw", "moon"] }), Does.Contain("no purpose “moon”"));
        Assert.That(await ProblemAsync(Plain("seesaw") with { Purposes = ["seesaw", "biometric"] }), Does.Contain("no purpose “biometric”"));
        Assert.That(await ProblemAsync(Plain("seesaw") with { PublishedForDays = -1 }), Does.Contain("days"));
        Assert.That(await ProblemAsync(Plain("moon")), Does.Contain("no channel “moon”"));
        Assert.That(await ProblemAsync(Plain("seesaw") with { IsUsed = false }), Does.Contain("can’t be taken out"));
    }

    [Test]
    public async Task Preview_SaysWhatWouldChange_AndWritesNothing()
    {
        var waiting = await World.ClearedAsync();
        await OutsideAsync();
        await World.DecidedAsync();
        await World.SeenAsync();
        var preview = await Book.PreviewAsync(World.School, [Plain("seesaw") with { NeedsSecondApprover = true, PublishedForDays = 30 }], None);
        Assert.That((preview.DecidedAgain, preview.Waiting, preview.Outside, preview.Ending, preview.MayApply), Is.EqualTo((3, 1, 1, 0, true)));
        Assert.That(preview.Changes.Select(c => c.Code), Is.EqualTo(new[] { "second-approver", "period" }));
        Assert.That((await World.VerdictAsync(waiting), (await World.RowAsync(waiting)).DecideAgain), Is.EqualTo((Verdict.Cleared, (Instant?)null)));
        Assert.That((await Book.ReadAsync(World.School, None)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Apply_StricterRule_DecidesEverythingAgainAndNothingLeavesMeanwhile()
    {
        var waiting = await World.ClearedAsync();
        var outside = await OutsideAsync();
        var outcome = await ApplyAsync(Plain("seesaw") with { NeedsSecondApprover = true });
        Assert.That((outcome.Version, outcome.DecidedAgain), Is.EqualTo((2L, 2)));
        Assert.That((await World.PassAsync(waiting)).Answer, Is.EqualTo(GateAnswer.Withheld));
        await DecideDueAsync();
        Assert.That(await World.VerdictAsync(waiting), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(outside)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task Apply_ShorterPeriod_TakesOldCopiesBackAtOnce()
    {
        var old = await OutsideAsync();
        Rig.Clock.Advance(TimeSpan.FromDays(20));
        var young = await OutsideAsync();
        var edit = Plain("seesaw") with { PublishedForDays = 14 };
        Assert.That((await Book.PreviewAsync(World.School, [edit], None)).Ending, Is.EqualTo(1));
        await ApplyAsync(edit);
        Assert.That((await World.ReleasesAsync(old)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.ReleasesAsync(young)).Single().State, Is.EqualTo(ReleaseState.Released));
    }

    [Test]
    public async Task Apply_ShownAgainstAnOlderVersion_ChangesNothing()
    {
        await ApplyAsync(Plain("seesaw") with { PublishedForDays = 30 });
        var late = await Book.ApplyAsync(World.School, 1, [Plain("website") with { NeedsSecondApprover = true }], Office, None);
        Assert.That(late.Problems.Single(), Does.StartWith("Somebody changed the policy meanwhile"));
        Assert.That((await Book.ReadAsync(World.School, None)).Document.Channels.Single(c => c.Channel == "website").NeedsSecondApprover, Is.False);
    }

    [Test]
    public async Task Apply_IsAudited_AndEveryVersionStaysToBeRead()
    {
        await ApplyAsync(Plain("website") with { PublishedForDays = 365 });
        await ApplyAsync(Plain("press"));
        await ApplyAsync(Plain("press") with { IsUsed = false });
        var state = await Book.ReadAsync(World.School, None);
        Assert.That(state.Versions.Select(v => (v.Version, string.Join(' ', v.Changes.Select(c => $"{c.Channel}:{c.Code}")))), Is.EqualTo(new[]
        {
            (4L, "press:removed"), (3L, "press:added"), (2L, "website:period"), (1L, ""),
        }));
        Assert.That(state.Document.ManyFaces, Is.EqualTo(Policy.ManyFaces));
        await using var db = World.Open();
        var entries = await db.Audit.AsNoTracking().Where(a => a.Act == "policy-changed").OrderBy(a => a.Sequence).ToListAsync(None);
        Assert.That(entries.Select(a => (a.Subject, a.Detail, a.Actor)), Is.EqualTo(new[] { ("2", "website:period", (UserId?)Office), ("3", "press:added", Office), ("4", "press:removed", Office) }));
    }

    [Test]
    public async Task Apply_ChannelSomebodyAskedFor_IsNotTakenOut()
    {
        await ApplyAsync(Plain("press"));
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = new ChannelId("press") });
        var preview = await Book.PreviewAsync(World.School, [Plain("press") with { IsUsed = false }], None);
        Assert.That(preview.Problems.Single(), Does.StartWith("Press can’t be taken out"));
    }

    private static ChannelEdit Plain(string channel) => new(channel, [channel], false, false, 0);

    private async Task<PolicyOutcome> ApplyAsync(params ChannelEdit[] edits)
    {
        var preview = await Book.PreviewAsync(World.School, edits, None);
        Assert.That(preview.MayApply, Is.True, string.Join(' ', preview.Problems));
        var outcome = await Book.ApplyAsync(World.School, preview.From, edits, Office, None);
        Assert.That(outcome.Problems, Is.Empty);
        return outcome;
    }

    private async Task<MediaId> OutsideAsync()
    {
        var photo = await World.ClearedAsync();
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Passed));
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.ReleasesAsync(photo)).Single().Id, "there", None);
        return photo;
    }

    private async Task<IEnumerable<string>> ClearedAsync(MediaId photo) =>
        (await World.VerdictsAsync(photo)).Where(v => v.IsCurrent && v.Verdict == Verdict.Cleared).Select(v => v.Channel);

    private Task DecideDueAsync() => World.InHeadAsync(async head =>
    {
        foreach (var media in await head.DueAgainAsync(100, None))
        {
            await DecideAsync(head, media);
        }
    });
}
