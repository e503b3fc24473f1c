using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using MediaGuard.Publisher.Clearances;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

public sealed class VerdictTests(string provider) : RecordsFixture(provider)
{
    private PersonId Ada => World.Children[0];

    [Test]
    public async Task StoreAsync_SeveralDecisions_KeepsHistoryWithOneCurrentPerChannel()
    {
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo));
        await World.DecideAsync(photo);
        var all = await World.VerdictsAsync(photo);
        Assert.That(all.Where(v => v.Channel == "seesaw").Select(v => (v.Verdict, v.IsCurrent)), Is.EqualTo(new[] { (Verdict.Held, false), (Verdict.Held, false), (Verdict.Cleared, true) }));
        Assert.That(all.Where(v => v.Channel == "website").Select(v => (v.Verdict, v.IsCurrent)), Is.EqualTo(new[] { (Verdict.Held, false), (Verdict.Cleared, true) }));
        Assert.That(all[0].Reasons, Is.EqualTo("NobodySaidAnything"));
        await using var db = World.Open();
        var head = db.Heads.Single();
        var last = all.Last(v => v.IsCurrent);
        Assert.That((last.RegisterVersion, last.PolicyVersion, last.EngineVersion, last.ModelsVersion), Is.EqualTo((head.RegisterVersion, head.PolicyVersion, DecisionEngine.EngineVersion, "ultra@1+blaze@2")));
    }

    [Test]
    public async Task StoreAsync_ClearedThenHeldThenCleared_QueueFollows()
    {
        var photo = await World.ClearedAsync();
        var entry = (await World.QueueAsync(photo)).Single();
        Assert.That((entry.Channel, entry.State, entry.RenditionId), Is.EqualTo(("seesaw", QueueState.Waiting, new RenditionId(photo.Value))));
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.QueueAsync(photo)).Single().State, Is.EqualTo(QueueState.Waiting));
    }

    [Test]
    public async Task StoreAsync_WithdrawnWhileOut_RecallsAndWithholds()
    {
        var photo = await ReleasedAsync();
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        var release = (await World.ReleasesAsync(photo)).Single();
        Assert.That((release.State, release.RecallingAt), Is.EqualTo((ReleaseState.Recalling, (Instant?)World.Now)));
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo($"MayShowPersonWithoutConsent:p={Ada},TakenBackBefore"));

        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld), "consent given again publishes nothing by itself");
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Is.EqualTo("TakenBackBefore"));

        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Seesaw });
        var again = (await World.PassAsync(photo)).Clearance!;
        Assert.That(again.Release, Is.Not.EqualTo(release.Id), "what is coming back does not go out again under its name");
    }

    [TestCase(AttestationKind.AskedFor, "website")]
    [TestCase(AttestationKind.AskedFor, "seesaw")]
    [TestCase(AttestationKind.InPicture, null)]
    [Property("Requirement", "C5")]
    public async Task StoreAsync_WordWhileTheNoStood_GivenAgainPublishesNothingByItself(AttestationKind kind, string? channel)
    {
        var photo = await ReleasedAsync();
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(kind, photo) with { Channel = channel is null ? null : new ChannelId(channel), Person = channel is null ? World.Children[1] : null });
        Rig.Clock.Advance(Minute);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        await ExpectHeldAsync(photo);
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));

        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Seesaw });
        Assert.That((await World.QueueAsync(photo)).Single(q => q.Channel == "seesaw").State, Is.EqualTo(QueueState.Waiting), "somebody asked for it again");
        Rig.Clock.Advance(Minute);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today, affected: photo);
        await ReleaseAsync(photo);
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await World.DecideAsync(photo);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.QueueAsync(photo)).Single(q => q.Channel == "seesaw").State, Is.EqualTo(QueueState.Released), "a yes takes nothing back that is out");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task StoreAsync_WordForAnotherChannelAfterTheYes_StaysHeldHere()
    {
        var photo = await ReleasedAsync();
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await ExpectHeldAsync(photo);
        Assert.That((await World.QueueAsync(photo)).Single().Channel, Is.EqualTo("website"));
    }

    [Test]
    public async Task StoreAsync_YesOfSomebodySaidAbsentSince_HoldsNothing()
    {
        var photo = await ReleasedAsync();
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Withdrawn, affected: photo);
        Rig.Clock.Advance(Minute);
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada });
        Assert.That((await World.QueueAsync(photo)).Single().State, Is.EqualTo(QueueState.Waiting));
        Rig.Clock.Advance(Minute);
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.QueueAsync(photo)).Single().State, Is.EqualTo(QueueState.Waiting));
        await World.InHeadAsync(async head =>
        {
            await head.RetractAsync(Teacher, photo, AttestationKind.Absent, Ada, null, null, None);
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
        });
        await ExpectHeldAsync(photo);
    }

    [Test]
    public async Task StoreAsync_ConsentRanOut_StopsNewReleasesAndRecallsNothing()
    {
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today);
        var photo = await ReleasedAsync();
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await World.DecideAsync(photo);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Released));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Released));

        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, affected: photo);
        Assert.That((await World.QueueAsync(photo)).Single().State, Is.EqualTo(QueueState.Released), "the copy is still out");
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Refused, affected: photo);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task StoreAsync_LeftTheSchool_RecallsNothing()
    {
        var photo = await ReleasedAsync();
        await LeaveAsync(Ada, photo);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Released));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task StoreAsync_SomebodyFoundWhoseYesHadEndedBeforeItLeft_Recalls(
        [Values] bool ranOut, [Values(AttestationKind.InPicture, AttestationKind.PoolAddsPerson)] AttestationKind found)
    {
        var zoe = await ChildAsync();
        if (ranOut)
        {
            await World.RecordAsync(zoe, Seesaw, ConsentAnswer.Given, until: World.Today);
            Rig.Clock.Advance(TimeSpan.FromDays(1));
        }

        var photo = await ReleasedAsync();
        if (!ranOut)
        {
            await LeaveAsync(zoe);
        }

        await World.SayAsync(Say(found, photo) with { Person = zoe });
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Does.EndWith($"Consent:p={zoe}").Or.EndWith($"OnRecord:p={zoe}"));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling), "the copy never rested on a yes of theirs");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task StoreAsync_SaidAbsentWronglyOnceTheYesHadEnded_RecallsAtTheGateToo()
    {
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today);
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada }, Say(AttestationKind.NobodyFromOutside, photo));
        await ReleaseAsync(photo);
        await World.InHeadAsync(head => head.AttestAsync(Office, [Say(AttestationKind.InPicture, photo) with { Person = Ada }], None));
        Assert.That((await World.PassAsync(photo)).Answer, Is.EqualTo(GateAnswer.Withheld));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [TestCase(false, ReleaseState.Recalling, TestName = "{m}(asked for after the yes ended)")]
    [TestCase(true, ReleaseState.Released, TestName = "{m}(asked for while the yes held)")]
    public async Task StoreAsync_PolicyAsksForAPurposeWhoseYesRanOut(bool askedBefore, ReleaseState expected)
    {
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today);
        var photo = await World.ClearedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        await ReleaseAsync(photo, ChannelId.Website);
        for (var day = 0; day < 2; day++)
        {
            if (day == (askedBefore ? 0 : 1))
            {
                var both = Policy.Channels[1] with { Purposes = ["website", "seesaw"] };
                await World.InHeadAsync(head =>
                {
                    head.SetPolicy(Policy with { Channels = [Policy.Channels[0], both] }, Office);
                    return Task.CompletedTask;
                });
                await World.DecideAsync(photo);
            }

            Rig.Clock.Advance(TimeSpan.FromDays(1));
        }

        await World.DecideAsync(photo);
        Assert.That(await World.VerdictAsync(photo, "website"), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(expected));
    }

    [Test]
    public async Task StoreAsync_ExpiredAndSomethingElseBesides_Recalls()
    {
        await World.RecordAsync(Ada, Seesaw, ConsentAnswer.Given, until: World.Today);
        var photo = await ReleasedAsync();
        Rig.Clock.Advance(TimeSpan.FromDays(1));
        await World.SayAsync(Say(AttestationKind.RefusedFor, photo) with { Reasons = [ReasonCode.NotFitToBeSeen] });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Refused));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task StoreAsync_NoLongerAskedFor_PullsQueueVerdictAndCopy()
    {
        var photo = await ReleasedAsync();
        await World.SayAsync(Say(AttestationKind.NotAskedFor, photo) with { Channel = ChannelId.Seesaw });
        Assert.That((await World.VerdictsAsync(photo)).Where(v => v.IsCurrent), Is.Empty);
        Assert.That(await World.QueueAsync(photo), Is.Empty);
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
    }

    [Test]
    public async Task StoreAsync_NewRendition_RecallsTheOldCopyAndQueuesTheNew()
    {
        var photo = await ReleasedAsync();
        var rendition = RenditionId.New();
        await World.CleanAsync(photo, rendition);
        await World.LookAsync(photo, 0);
        await World.FirstDecisionAsync(photo);
        var entry = (await World.QueueAsync(photo)).Single();
        Assert.That((entry.State, entry.RenditionId), Is.EqualTo((QueueState.Waiting, rendition)));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That((await World.PassAsync(photo)).Clearance!.Rendition, Is.EqualTo(rendition));
    }

    [Test]
    public async Task StoreAsync_TwiceInOneTransaction_IsAsOnce()
    {
        var photo = await World.ClearedAsync();
        await World.InHeadAsync(async head =>
        {
            head.RecordConsent(Ada, Seesaw, ConsentAnswer.Refused, World.Today, null, "telephone", "", Office);
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
            head.RecordConsent(Ada, Seesaw, ConsentAnswer.Given, World.Today, null, "telephone", "", Office);
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
            await DecideAsync(head, photo);
        });
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Verdict, Is.EqualTo(Verdict.Cleared));
        Assert.That(await World.QueueAsync(photo), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task LoadGround_AfterAttestAndFlush_SeesTheNewFactsInTheSameTransaction()
    {
        var photo = await World.DecidedAsync();
        await World.InHeadAsync(async head =>
        {
            var before = (await head.LoadGroundAsync(photo, None))!;
            await head.AttestAsync(Teacher, [Say(AttestationKind.NobodyFromOutside, photo)], None);
            head.RecordConsent(Ada, Seesaw, ConsentAnswer.Refused, World.Today, null, "telephone", "", Office);
            await head.FlushAsync(None);
            var after = (await head.LoadGroundAsync(photo, None))!;
            Assert.That((before.Scene.NobodyFromOutside, after.Scene.NobodyFromOutside), Is.EqualTo((false, true)));
            Assert.That(after.Scene.Version, Is.EqualTo(before.Scene.Version + 1));
            Assert.That(after.Register.Version, Is.EqualTo(before.Register.Version + 1));
            Assert.That(after.Register.StandingOf(Ada, Seesaw), Is.EqualTo(Standing.Refused));
        });
    }

    [Test]
    public async Task Attest_StepTakesALeaseMeanwhile_IsNotLost()
    {
        if (Rig.IsSqlite)
        {
            Assert.Ignore("SQLite has one writer at a time.");
        }

        var photo = await World.DecidedAsync();
        await World.InHeadAsync(async head =>
        {
            await head.AttestAsync(Teacher, [Say(AttestationKind.NobodyFromOutside, photo)], None);
            await head.RetractAsync(Teacher, photo, AttestationKind.NobodyElse, null, null, null, None);
            var lease = Task.Run(() => Rig.Items.TryLeaseAsync(World.School, photo, "step", Minute, 0, None));
            await Task.WhenAny(lease, Task.Delay(300, None));
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
        });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task SetPolicy_NextVersion_IsTheOneDecisionsName()
    {
        var photo = await World.ClearedAsync();
        await World.InHeadAsync(async head =>
        {
            head.SetPolicy(Policy with { Channels = [Policy.Channels[1]] }, Office);
            await head.FlushAsync(None);
            await DecideAsync(head, photo);
        });
        var verdict = (await World.VerdictsAsync(photo)).Single(v => v.IsCurrent);
        Assert.That((verdict.Verdict, verdict.Reasons, verdict.PolicyVersion), Is.EqualTo((Verdict.Held, "ChannelNotSetUp", 2L)));
        Assert.That((await Rig.Schools.PolicyAsync(World.School, None)).Channels.Single().Channel, Is.EqualTo("website"));
    }

    [Test]
    public async Task Counts_OfADay_ReadTheWorstVerdict()
    {
        await World.ClearedAsync();
        var held = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.AskedFor, held) with { Channel = ChannelId.Website });
        var refused = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.RefusedFor, refused) with { Reasons = [ReasonCode.NotFitToBeSeen] });
        await World.NewAsync();
        Assert.That(await Rig.Views.CountsAsync(World.School, World.Group, World.Today, None), Is.EqualTo(new Views.DayCounts(1, 1, 1, 1, 0, 0)));
    }

    private async Task ExpectHeldAsync(MediaId photo)
    {
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent && v.Channel == "seesaw").Reasons, Is.EqualTo("TakenBackBefore"));
        Assert.That((await World.QueueAsync(photo)).Where(q => q.Channel == "seesaw"), Is.Empty);
    }

    private async Task<MediaId> ReleasedAsync()
    {
        var photo = await World.ClearedAsync();
        await ReleaseAsync(photo);
        return photo;
    }

    private async Task ReleaseAsync(MediaId photo, ChannelId? channel = null)
    {
        var clearance = (await World.PassAsync(photo, channel)).Clearance!;
        Assert.That(await Rig.Releases.SaveReleasedAsync(World.School, clearance.Release, "seen", None), Is.True);
    }

    /// <summary>A child of another class, of whose family nothing is on record.</summary>
    private Task<PersonId> ChildAsync() => World.InHeadReturnsAsync(head => Task.FromResult(head.AddPerson(new(Consent.People.PersonKind.Pupil, "Zoe", "Z"), Office)));

    private Task LeaveAsync(PersonId child, params MediaId[] affected) => World.InHeadAsync(async head =>
    {
        (await head.Context.People.FindAsync([World.School, child], None))!.LeftOn = World.Today.AddDays(-1);
        await head.FlushAsync(None);
        foreach (var photo in affected)
        {
            await DecideAsync(head, photo);
        }
    });
}
