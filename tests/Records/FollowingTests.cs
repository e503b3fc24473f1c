using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>What a change of the register means for photos is part of the transaction that makes it, whoever makes it and whatever they forget.</summary>
public sealed class FollowingTests(string provider) : RecordsFixture(provider)
{
    private PersonId Ada => World.Children[0];

    [Test]
    [Property("Requirement", "C5")]
    public async Task Commit_Withdrawn_PullsRecallsAndMarksWithoutAnybodyDeciding()
    {
        var queued = await World.ClearedAsync();
        var outside = await OutsideAsync();
        await WithdrawAsync(Ada, Seesaw);

        Assert.That(await World.QueueAsync(queued), Is.Empty);
        Assert.That(await World.QueueAsync(outside), Is.Empty);
        Assert.That((await World.ReleasesAsync(outside)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.VerdictsAsync(queued)).Where(v => v.IsCurrent && v.Verdict == Verdict.Cleared), Is.Empty);
        Assert.That(await DueAsync(), Is.EquivalentTo(new[] { queued, outside }));
        await using var db = World.Open();
        var entry = await db.Audit.SingleAsync(a => a.Act == "recalling-all");
        Assert.That((entry.Subject, entry.Detail[..9]), Is.EqualTo((Ada.ToString(), "1 sha256:")));
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Commit_Withdrawn_TouchesExactlyThePhotosThatRestOnThePerson()
    {
        var absent = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.Absent, absent) with { Person = Ada }, Say(AttestationKind.NobodyFromOutside, absent));
        await World.PassAsync(absent);
        var named = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.InPicture, named) with { Person = World.Children[1] }, Say(AttestationKind.NobodyElse, named));
        await World.PassAsync(named);
        await WithdrawAsync(Ada, Seesaw);

        foreach (var photo in new[] { absent, named })
        {
            Assert.That(await World.QueueAsync(photo), Has.Count.EqualTo(1));
            Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Leaving));
        }

        Assert.That(await DueAsync(), Is.Empty);
        await WithdrawAsync(World.Children[1], Seesaw);
        Assert.That((await World.ReleasesAsync(absent)).Single().State, Is.EqualTo(ReleaseState.Recalling), "the other child may be in it");
        Assert.That((await World.ReleasesAsync(named)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task NoLongerCleared_AfterAWithdrawal_ListsExactlyWhatItTouched()
    {
        var queued = await World.ClearedAsync();
        var outside = await OutsideAsync();
        var absent = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.Absent, absent) with { Person = Ada }, Say(AttestationKind.NobodyFromOutside, absent));
        Assert.That((await Rig.Views.NoLongerClearedAsync(World.School, Ada, 10, None)).Count, Is.Zero);
        await WithdrawAsync(Ada, Seesaw);
        await ExpectAsync(Ada, queued, outside);
        await ExpectAsync(World.Children[1]); // they rested on others too, who said no to nothing
        await DecideDueAsync();
        await ExpectAsync(Ada, queued, outside);
        var (newest, count) = await Rig.Views.NoLongerClearedAsync(World.School, Ada, 1, None);
        Assert.That((newest.Single().Id, count), Is.EqualTo((outside, 2)));

        await World.SayAsync(Say(AttestationKind.Absent, queued) with { Person = Ada });
        await ExpectAsync(Ada, outside);

        async Task ExpectAsync(PersonId person, params MediaId[] photos) =>
            Assert.That((await Rig.Views.NoLongerClearedAsync(World.School, person, 10, None)).Newest.Select(p => p.Id), Is.EquivalentTo(photos));
    }

    [Test]
    [Property("Requirement", "C2")]
    public async Task Commit_WithdrawnForOneChannel_LeavesTheOther()
    {
        var photo = await World.ClearedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await World.PassAsync(photo);
        await World.PassAsync(photo, ChannelId.Website);
        await WithdrawAsync(Ada, Website);
        Assert.That((await World.QueueAsync(photo)).Single().Channel, Is.EqualTo("seesaw"));
        Assert.That((await World.ReleasesAsync(photo)).ToDictionary(r => r.Channel, r => r.State), Is.EquivalentTo(new Dictionary<string, ReleaseState>
        {
            ["seesaw"] = ReleaseState.Leaving,
            ["website"] = ReleaseState.Recalling,
        }));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Commit_Protected_RecallsFromEveryChannelAndReadsLikeARefusal()
    {
        var photo = await OutsideAsync();
        await Rig.Register.ProtectAsync(World.School, Ada, "court order", Office, None);
        await DecideDueAsync();
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        var asProtected = (await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons;

        await Rig.Register.EndProtectionAsync(World.School, Ada, Office, None);
        await WithdrawAsync(Ada, Seesaw);
        await DecideDueAsync();
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo(asProtected));
    }

    [Test]
    public async Task Commit_GivenLater_MarksButPullsNothing()
    {
        var photo = await World.ClearedAsync();
        await World.PassAsync(photo);
        await World.InHeadAsync(head =>
        {
            head.RecordConsent(Ada, Seesaw, ConsentAnswer.Given, World.Today, null, "form", "", Office);
            return Task.CompletedTask;
        });
        Assert.That(await World.QueueAsync(photo), Has.Count.EqualTo(1));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Leaving));
        Assert.That(await DueAsync(), Is.EqualTo(new[] { photo }));
        await DecideDueAsync();
        Assert.That(await DueAsync(), Is.Empty);
    }

    [Test]
    public async Task Commit_SomebodyJoinsThePool_WhatIsOutIsDecidedAgainAndRecalled()
    {
        var photo = await OutsideAsync();
        await World.InHeadAsync(head =>
        {
            var newcomer = head.AddPerson(new(Consent.People.PersonKind.Pupil, "Child 4", "C4"), Office);
            head.AddMembership(newcomer, World.Group, World.Today, null, Office);
            return Task.CompletedTask;
        });
        Assert.That(await DueAsync(), Is.EqualTo(new[] { photo }));
        await DecideDueAsync();
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
    }

    [Test]
    public async Task Commit_PolicyChanged_EveryVerdictIsMadeAgain()
    {
        var photo = await World.ClearedAsync();
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0] with { Purposes = ["seesaw", "website", "press"] }, Policy.Channels[1]] }, Office);
            return Task.CompletedTask;
        });
        await DecideDueAsync();
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
    }

    [Test]
    public async Task NewDay_PeriodOver_RecallsAndStaysBack()
    {
        var photo = await OutsideAsync();
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.ReleasesAsync(photo)).Single().Id, "there", None);
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0] with { PublishedForDays = 30 }, Policy.Channels[1]] }, Office);
            return Task.CompletedTask;
        });
        await NewDayAsync();
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Released));
        Rig.Clock.Advance(TimeSpan.FromDays(30));
        await NewDayAsync();
        await DecideDueAsync();
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent && v.Channel == "seesaw").Reasons, Is.EqualTo("TakenBackBefore"));
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task NewDay_PeriodOver_OnlyAWordForTheChannelLetsItOutAgain()
    {
        var photo = await OutsideAsync();
        await Rig.Releases.SaveReleasedAsync(World.School, (await World.ReleasesAsync(photo)).Single().Id, "there", None);
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0] with { PublishedForDays = 30 }, Policy.Channels[1]] }, Office);
            return Task.CompletedTask;
        });
        Rig.Clock.Advance(TimeSpan.FromDays(30));
        await Rig.Register.ConfirmAsync(World.School, Office, None);
        await NewDayAsync();
        await DecideDueAsync();

        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That(await HeldAsync(), Is.EqualTo((GateAnswer.Withheld, "TakenBackBefore")), "says nothing of where it goes");
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        Assert.That(await HeldAsync(), Is.EqualTo((GateAnswer.Withheld, "TakenBackBefore")), "names another channel");
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Seesaw });
        Assert.That(await HeldAsync(), Is.EqualTo((GateAnswer.Passed, "")));

        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given);
        await DecideDueAsync();
        Assert.That((await World.ReleasesAsync(photo)).Select(r => r.State), Is.EquivalentTo(new[] { ReleaseState.Recalling, ReleaseState.Leaving }), "a yes takes nothing back");

        async Task<(GateAnswer, string)> HeldAsync() =>
            ((await World.PassAsync(photo)).Answer, (await World.VerdictsAsync(photo)).Single(v => v.IsCurrent && v.Channel == "seesaw").Reasons);
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task NewDay_ConsentEnded_LeavesTheQueueAndRecallsNothing()
    {
        var waiting = await World.ClearedAsync();
        var outside = await OutsideAsync();
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today, from: World.Today.AddDays(-1));
        await DecideDueAsync();
        Assert.That(await World.QueueAsync(waiting), Has.Count.EqualTo(1));
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await NewDayAsync();
        await DecideDueAsync();
        Assert.That(await World.QueueAsync(waiting), Is.Empty);
        Assert.That((await World.ReleasesAsync(outside)).Single().State, Is.EqualTo(ReleaseState.Leaving));
    }

    [Test]
    [Property("Requirement", "C7")]
    public async Task Commit_RegisterIsRightAgain_WhatWasHeldForItsAgeIsDecidedAgain([Values] bool byImport)
    {
        var photo = await World.ClearedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        Rig.Clock.Advance(TimeSpan.FromDays(36));
        await NewDayAsync();
        await DecideDueAsync();
        Assert.That(await WebsiteAsync(), Is.EqualTo((Verdict.Held, "RegisterTooOld")));

        if (byImport)
        {
            await World.InHeadAsync(head => head.Context.People.ExecuteUpdateAsync(set => set.SetProperty(p => p.ExternalKey, p => p.PreferredName), None));
            var file = new ImportRequest("UPN,Full Name\nC1,Child 1\nC2,Child 2\nC3,Child 3\n"u8.ToArray(), new ImportColumns());
            var outcome = await Rig.Imports.ApplyAsync(World.School, file, null, Office, None);
            Assert.That((outcome.Result, outcome.Preview.Lines.Count, outcome.Redecided), Is.EqualTo((ImportResult.Applied, 0, 1)));
        }
        else
        {
            await Rig.Register.ConfirmAsync(World.School, Office, None);
            await DecideDueAsync();
        }

        Assert.That(await WebsiteAsync(), Is.EqualTo((Verdict.Cleared, "")));
        await Rig.Register.ConfirmAsync(World.School, Office, None);
        Assert.That(await DueAsync(), Is.Empty, "it was right on that day already");

        async Task<(Verdict, string)> WebsiteAsync() => (await World.VerdictsAsync(photo)).Where(v => v.IsCurrent && v.Channel == "website").Select(v => (v.Verdict, v.Reasons)).Single();
    }

    [Test]
    public async Task SecondApprover_OwnApproval_DoesNotSuffice()
    {
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0] with { NeedsSecondApprover = true }, Policy.Channels[1]] }, Office);
            return Task.CompletedTask;
        });
        var photo = await World.ClearedAsync();
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo("SecondApproverNeeded"));
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Seesaw });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        await ApproveAsync(photo);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task SecondApprover_ApprovedBeforeItWasSaidWhoIsInIt_DoesNotSuffice()
    {
        await World.InHeadAsync(head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[0] with { NeedsSecondApprover = true }, Policy.Channels[1]] }, Office);
            return Task.CompletedTask;
        });
        var photo = await World.DecidedAsync();
        await ApproveAsync(photo);
        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = Ada }, Say(AttestationKind.NobodyElse, photo));
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo("SecondApproverNeeded"));

        Rig.Clock.Advance(Minute);
        await ApproveAsync(photo);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));

        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared), "where it is asked for says nothing of who is in it");
        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = World.Children[1] });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
    }

    private Task ApproveAsync(MediaId photo) => World.InHeadAsync(async head =>
    {
        await head.AttestAsync(Office, [Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Seesaw }], None);
        await head.FlushAsync(None);
        await DecideAsync(head, photo);
    });

    private async Task<MediaId> OutsideAsync()
    {
        var photo = await World.ClearedAsync();
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Passed));
        return photo;
    }

    private Task WithdrawAsync(PersonId person, PurposeId purpose)
    {
        Rig.Clock.Advance(Minute);
        return World.InHeadAsync(head =>
        {
            head.RecordConsent(person, purpose, ConsentAnswer.Withdrawn, World.Today, null, "telephone", "", Office);
            return Task.CompletedTask;
        });
    }

    private Task NewDayAsync() => World.InHeadAsync(head => head.NewDayAsync(None));

    private async Task<IReadOnlyList<MediaId>> DueAsync()
    {
        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        return await head.DueAgainAsync(100, None);
    }

    private Task DecideDueAsync() => World.InHeadAsync(async head =>
    {
        foreach (var media in await head.DueAgainAsync(100, None))
        {
            await DecideAsync(head, media);
        }
    });
}
