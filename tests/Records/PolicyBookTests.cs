using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Register;
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
        Assert.That(await ProblemAsync(Plain("seesaw") with { TakeDownWithinHours = 0 }), Does.Contain("hours").And.Contain("from 1 to 168"));
        Assert.That(await ProblemAsync(Plain("seesaw") with { TakeDownWithinHours = 169 }), Does.Contain("hours"));
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
    [Property("Requirement", "C1")]
    [Property("Requirement", "C2")]
    public async Task Apply_HowLongAYesLasts_CountsForTheNextOne()
    {
        var child = World.Children[0];
        async Task<(DateOnly? Until, LawfulBasis Basis)> GiveAsync()
        {
            Assert.That(await Rig.Register.GiveAsync(World.School, child, Website, null, "form", "", true, Office, None), Is.EqualTo(GiveResult.Recorded));
            await using var db = World.Open();
            var said = await db.Consents.OrderByDescending(c => c.Sequence).FirstAsync(None);
            return (said.Until, said.Basis);
        }

        Assert.That(await GiveAsync(), Is.EqualTo(((DateOnly?)null, LawfulBasis.Consent)), "until the child leaves");
        await ApplyAsync(new PurposeEdit("website", "school-year", 12, "consent"));
        var yearEnds = SchoolYear.Of(World.Today).LastDay;
        Assert.That(await GiveAsync(), Is.EqualTo(((DateOnly?)yearEnds, LawfulBasis.Consent)));
        var begins = yearEnds.AddDays(3);
        await ApplyAsync(SchoolEdit.Of((await Book.ReadAsync(World.School, None)).Document) with { SchoolYearMonth = begins.Month, SchoolYearDay = begins.Day });
        Assert.That(await GiveAsync(), Is.EqualTo(((DateOnly?)begins.AddDays(-1), LawfulBasis.Consent)));
        var outcome = await ApplyAsync(new PurposeEdit("website", "months", 3, "public-task"));
        Assert.That(await GiveAsync(), Is.EqualTo(((DateOnly?)World.Today.AddMonths(3).AddDays(-1), LawfulBasis.PublicTask)));

        var state = await Book.ReadAsync(World.School, None);
        Assert.That((state.Version, string.Join(' ', state.Versions[0].Changes.Select(c => c.Code))), Is.EqualTo((outcome.Version, "website-lasts website-basis")));
        Assert.That(state.Versions[0].Changes[0].Sentence, Does.Contain("3 months").And.Contain("until the end of the school year"));
        await using var audit = World.Open();
        Assert.That((await audit.Audit.AsNoTracking().Where(a => a.Act == "policy-changed").OrderBy(a => a.Sequence).ToListAsync(None)).Select(a => a.Detail), Is.EqualTo(new[] { "website-lasts", "school-year", "website-lasts website-basis" }));
        Assert.That((await Rig.RegisterViews.AskedPurposesAsync(World.School, None)).Single(p => p.Purpose == Website).IsPublicTask, Is.True);
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Apply_DaysBefore_ListsWhatEndsWithinThem()
    {
        await Rig.Register.GiveAsync(World.School, World.Children[0], Website, World.Today.AddDays(50), "form", "", true, Office, None);
        Assert.That(await Rig.RegisterViews.EndingAsync(World.School, null, None), Is.Empty);
        await ApplyAsync(await SchoolAsync() with { RemindDaysBefore = 50 });
        Assert.That((await Rig.RegisterViews.EndingAsync(World.School, null, None)).Select(e => e.Person), Is.EqualTo(new[] { World.Children[0] }));
    }

    [Test]
    public async Task Apply_LimitsOfTheSchool_ReachTheRulesAndSayWhatTheyChange()
    {
        var waiting = await World.ClearedAsync();
        var school = await SchoolAsync();
        var edit = school with { ManyFaces = 3, SmallFace = 60, HoldUnknownDevices = false, RegisterMaxAgeDays = 20, Imports = school.Imports with { Left = 5 } };
        var preview = await Book.PreviewAsync(World.School, [edit], None);
        Assert.That(preview.Changes.Select(c => (c.Channel, c.Code)), Is.EqualTo(new (string?, string)[] { (null, "register-age"), (null, "many-faces"), (null, "small-face"), (null, "unknown-devices"), (null, "imports") }));
        Assert.That((preview.DecidedAgain, preview.Waiting), Is.EqualTo((1, 1)), "on every channel");
        await ApplyAsync(edit);
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        var policy = (await head.LoadGroundAsync(waiting, None))!.Policy;
        Assert.That((policy.ManyFaces, policy.SmallFace, policy.HoldUnknownDevices, policy.RegisterMaxAgeDays), Is.EqualTo((3, 60d, false, (int?)20)));
        Assert.That((await Book.ReadAsync(World.School, None)).Document.Imports, Is.EqualTo(new Consent.Import.ImportLimits { Left = 5 }));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Apply_HoursToTakeDownAndDaysOfOriginals_CountAtOnceAndAreSaid()
    {
        var waiting = await World.DecidedAsync();
        var (channel, school) = (Plain("website") with { TakeDownWithinHours = 8 }, await SchoolAsync() with { ShredAfterDays = 2 });
        await ApplyAsync(channel, school);
        Assert.That(await Rig.Items.ShredDueAsync(World.School, waiting, None), Is.EqualTo((await World.RowAsync(waiting)).VaultedAt + TimeSpan.FromDays(2)));
        var state = await Book.ReadAsync(World.School, None);
        Assert.That(state.Document.Channels.Select(c => (c.Channel, c.TakeDownWithinHours)), Is.EquivalentTo(new[] { ("seesaw", 24), ("website", 8) }));
        Assert.That(state.Versions[0].Changes.Select(c => c.Sentence), Is.EqualTo(new[]
        {
            "Website: what is ordered back must be down within 8 hours; before, within 24 hours.",
            "An original goes after 2 days at the latest, also while something is held; before, after 7 days.",
        }));
        await using var db = World.Open();
        Assert.That(await PolicyStore.TakeDownWithinAsync(db, "website", None), Is.EqualTo(TimeSpan.FromHours(8)));
        await ApplyAsync(Plain("website") with { PublishedForDays = 30 });
        Assert.That((await Book.ReadAsync(World.School, None)).Document.Channels.Single(c => c.Channel == "website").TakeDownWithinHours, Is.EqualTo(8), "what is not said stays");
    }

    [Test]
    public async Task Apply_OfPurposesAndSchool_WhatCannotBeIsRefusedAndNamed()
    {
        async Task<string> ProblemAsync(PolicyEdit edit) => (await Book.PreviewAsync(World.School, [edit], None)).Problems.Single();
        var (school, website) = (await SchoolAsync(), new PurposeEdit("website", "months", 12, "consent"));
        Assert.That(await ProblemAsync(website with { Months = 0 }), Does.StartWith("Website").And.Contain("from 1 to 120"));
        Assert.That(await ProblemAsync(website with { Purpose = "moon" }), Does.Contain("no purpose “moon”"));
        Assert.That(await ProblemAsync(website with { Purpose = "biometric" }), Does.Contain("no purpose “biometric”"));
        Assert.That(await ProblemAsync(website with { Lasts = "ever" }), Does.Contain("how long a yes lasts"));
        Assert.That(await ProblemAsync(website with { Basis = "whim" }), Does.Contain("its ground"));
        Assert.That(await ProblemAsync(school with { RemindDaysBefore = -1 }), Does.StartWith("Reminders"));
        Assert.That(await ProblemAsync(school with { RegisterMaxAgeDays = 0 }), Does.StartWith("Age of the register"));
        Assert.That(await ProblemAsync(school with { SchoolYearMonth = 13 }), Does.StartWith("School year"));
        Assert.That(await ProblemAsync(school with { SchoolYearMonth = 4, SchoolYearDay = 31 }), Does.StartWith("School year"));
        Assert.That(await ProblemAsync(school with { ManyFaces = 0 }), Does.StartWith("Many faces"));
        Assert.That(await ProblemAsync(school with { SmallFace = double.NaN }), Does.StartWith("Small faces"));
        Assert.That(await ProblemAsync(school with { ShredAfterDays = 8 }), Does.StartWith("Originals").And.Contain("from 1 to 7"));
        Assert.That(await ProblemAsync(school with { ShredAfterDays = 0 }), Does.StartWith("Originals"));
        Assert.That(await ProblemAsync(school with { Imports = school.Imports with { ToNo = 101 } }), Does.StartWith("Imports"));
        Assert.That((await Book.ApplyAsync(World.School, 1, [school with { SchoolYearMonth = 0 }], Office, None)).Problems, Has.Count.EqualTo(1));
        Assert.That((await Book.PreviewAsync(World.School, [school, PurposeEdit.Of((await Book.ReadAsync(World.School, None)).Purposes.Single(p => p.Purpose == "website"))], None)).Changes, Is.Empty, "as it stands");
    }

    [Test]
    public async Task Apply_ChannelTakenOut_TakesItsPurposeAlong()
    {
        await ApplyAsync(Plain("press"), new PurposeEdit("press", "school-year", 12, "consent"));
        Assert.That((await Book.ReadAsync(World.School, None)).Purposes.Select(p => (p.Purpose, p.Lasts)), Does.Contain(("press", "school-year")));
        await ApplyAsync(Plain("press") with { IsUsed = false });
        Assert.That((await Book.ReadAsync(World.School, None)).Purposes.Select(p => p.Purpose), Is.EqualTo(new[] { "seesaw", "website" }));
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

    private async Task<SchoolEdit> SchoolAsync() => SchoolEdit.Of((await Book.ReadAsync(World.School, None)).Document);

    private async Task<PolicyOutcome> ApplyAsync(params PolicyEdit[] edits)
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
