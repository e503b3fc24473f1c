using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

public sealed class SceneTests(string provider) : RecordsFixture(provider)
{
    private PersonId Ada => World.Children[0];
    private PersonId Ben => World.Children[1];

    [Test]
    public async Task Scene_FreshPhoto_HoldsWhatIsKnownAndNothingElse()
    {
        var photo = await World.SeenAsync(2);
        var scene = await World.SceneAsync(photo);
        Assert.That((scene.HasRendition, scene.Sight, scene.ModelsVersion, scene.Device), Is.EqualTo((true, Sight.Seen, "ultra@1+blaze@2", DeviceStanding.NotStated)));
        Assert.That(scene.Pool, Is.EquivalentTo(World.Children));
        Assert.That(scene.Faces.Select(f => (f.Box, f.Answer)), Is.EqualTo(new[] { (new PixelBox(0, 10, 80, 90), FaceAnswer.Unanswered), (new PixelBox(100, 10, 80, 90), FaceAnswer.Unanswered) }));
        Assert.That(scene.AskedFor, Is.EquivalentTo(new[] { ChannelId.Seesaw }));
        Assert.That((scene.Named.Count, scene.Absent.Count, scene.NobodyElse, scene.NobodyFromOutside, scene.Approvals.Length, scene.Refusals.Length), Is.EqualTo((0, 0, false, false, 0, 0)));
    }

    /// <summary>A picture the detectors gave up on was not looked at, whatever they saw before; one that is only poor was.</summary>
    [TestCase(ReasonCode.DetectorFailed, Sight.Failed)]
    [TestCase(ReasonCode.PictureTooDark, Sight.Seen)]
    public async Task Seen_SomethingAgainstThePicture_HoldsItAllTheSame(ReasonCode against, Sight sight)
    {
        var photo = await World.SeenAsync(poor: against);
        await World.FirstDecisionAsync(photo);
        await World.SayAsync(Say(AttestationKind.NobodyFromOutside, photo), Say(AttestationKind.NobodyElse, photo));

        Assert.That((await World.SceneAsync(photo)).Sight, Is.EqualTo(sight));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await World.VerdictsAsync(photo)).Single(v => v.IsCurrent).Reasons, Does.Contain(against.ToString()));
    }

    [Test]
    public async Task Attest_EachKind_IsOnTheScene()
    {
        var photo = await World.DecidedAsync(2);
        var faces = (await World.SceneAsync(photo)).Faces;
        var visitor = await VisitorAsync();
        var before = (await World.SceneAsync(photo)).Version;
        await World.SayAsync(
            Say(AttestationKind.OnFace, photo) with { Face = faces[0].Id, Person = Ada },
            Say(AttestationKind.NotAFace, photo) with { Face = faces[1].Id },
            Say(AttestationKind.InPicture, photo) with { Person = Ben },
            Say(AttestationKind.Absent, photo) with { Person = World.Children[2] },
            Say(AttestationKind.NobodyElse, photo),
            Say(AttestationKind.NobodyFromOutside, photo),
            Say(AttestationKind.PoolAddsPerson, photo) with { Person = visitor },
            Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website },
            Say(AttestationKind.NotAskedFor, photo) with { Channel = ChannelId.Seesaw },
            Say(AttestationKind.RefusedFor, photo) with { Reasons = [ReasonCode.NotFitToBeSeen] },
            Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Website, Reasons = [ReasonCode.DeviceUnknown, ReasonCode.SmallFaces] });
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Version, Is.EqualTo(before + 1));
        Assert.That(scene.Faces.Select(f => (f.Answer, f.Person)), Is.EqualTo(new (FaceAnswer, PersonId?)[] { (FaceAnswer.Named, Ada), (FaceAnswer.NotAFace, null) }));
        Assert.That(scene.Named, Is.EquivalentTo(new[] { Ada, Ben }));
        Assert.That(scene.Absent, Is.EquivalentTo(new[] { World.Children[2] }));
        Assert.That((scene.NobodyElse, scene.NobodyFromOutside), Is.EqualTo((true, true)));
        Assert.That(scene.Pool, Is.EquivalentTo(World.Children.Add(visitor)));
        Assert.That(scene.AskedFor, Is.EquivalentTo(new[] { ChannelId.Website }));
        Assert.That(scene.Refusals, Is.EqualTo(new[] { new ChannelRefusal(null, ReasonCode.NotFitToBeSeen) }));
        Assert.That(scene.Approvals.Single().Channel, Is.EqualTo(ChannelId.Website));
        Assert.That(scene.Approvals.Single().Discharged, Is.EquivalentTo(new Reason[] { ReasonCode.DeviceUnknown, ReasonCode.SmallFaces }));
    }

    [Test]
    public async Task Attest_AnotherAnswer_ReplacesTheEarlier()
    {
        var photo = await World.DecidedAsync(1);
        var face = (await World.SceneAsync(photo)).Faces[0].Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = Ada });
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = Ben });
        Assert.That((await World.SceneAsync(photo)).Named, Is.EquivalentTo(new[] { Ben }));
        await World.SayAsync(Say(AttestationKind.NotAFace, photo) with { Face = face });
        Assert.That((await World.SceneAsync(photo)).Named, Is.Empty);

        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = Ada });
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada });
        Assert.That(await SaidOfAsync(photo), Is.EqualTo((0, 1)));
        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = Ada });
        Assert.That(await SaidOfAsync(photo), Is.EqualTo((1, 0)));

        await World.SayAsync(Say(AttestationKind.NotAskedFor, photo) with { Channel = ChannelId.Seesaw }, Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Website });
        Assert.That((await World.SceneAsync(photo)).AskedFor, Is.EquivalentTo(new[] { ChannelId.Website }));
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Seesaw });
        Assert.That((await World.SceneAsync(photo)).AskedFor, Is.EquivalentTo(new[] { ChannelId.Seesaw, ChannelId.Website }));

        await World.SayAsync(Say(AttestationKind.RefusedFor, photo) with { Channel = ChannelId.Website, Reasons = [ReasonCode.RefusedByOffice] });
        await World.SayAsync(Say(AttestationKind.RefusedFor, photo) with { Channel = ChannelId.Seesaw, Reasons = [ReasonCode.RefusedByOffice] });
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Website, Reasons = [ReasonCode.ManyFaces] });
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Refusals.Select(r => r.Channel), Is.EqualTo(new ChannelId?[] { ChannelId.Seesaw }));
        Assert.That(scene.Approvals.Select(r => r.Channel), Is.EqualTo(new[] { ChannelId.Website }));
        await World.SayAsync(Say(AttestationKind.RefusedFor, photo) with { Reasons = [ReasonCode.NotFitToBeSeen] });
        scene = await World.SceneAsync(photo);
        Assert.That((scene.Approvals.Length, scene.Refusals.Single().Channel), Is.EqualTo((0, (ChannelId?)null)));
    }

    [Test]
    public async Task Attest_TheSameTwice_IsSaidOnce()
    {
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada });
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada });
        await using var db = World.Open();
        Assert.That(db.Attestations.Count(a => a.MediaId == photo), Is.EqualTo(1));
    }

    [Test]
    public async Task Retract_OneOfTwo_LeavesTheOther()
    {
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.Absent, photo) with { Person = Ada }, Say(AttestationKind.Absent, photo) with { Person = Ben });
        var before = (await World.SceneAsync(photo)).Version;
        await World.InHeadAsync(head => head.RetractAsync(Office, photo, AttestationKind.Absent, Ada, null, null, None));
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Absent, Is.EquivalentTo(new[] { Ben }));
        Assert.That(scene.Version, Is.EqualTo(before + 1));
        await using var db = World.Open();
        var row = db.Attestations.Single(a => a.MediaId == photo && a.PersonId == Ada);
        Assert.That((row.RetractedBy, row.By), Is.EqualTo(((UserId?)Office, Teacher)));
    }

    [Test]
    public async Task Attest_BeforehandOfSeveralContents_EachKeepsItsOwn()
    {
        var (one, two) = (Sha($"{World.School}1"), Sha($"{World.School}2"));
        await World.InHeadAsync(head => head.AttestAsync(
            Teacher,
            [
                new NewAttestation(AttestationKind.InPicture) { ContentSha256 = one, Person = Ada },
                new NewAttestation(AttestationKind.AskedFor) { ContentSha256 = one, Channel = ChannelId.Website },
                new NewAttestation(AttestationKind.NobodyFromOutside) { ContentSha256 = one },
                new NewAttestation(AttestationKind.Absent) { ContentSha256 = two, Person = Ada },
                new NewAttestation(AttestationKind.NotAskedFor) { ContentSha256 = two, Channel = ChannelId.Website },
                new NewAttestation(AttestationKind.NotAskedFor) { ContentSha256 = two, Channel = ChannelId.Seesaw },
                new NewAttestation(AttestationKind.NobodyFromOutside) { ContentSha256 = two },
            ],
            None));
        var first = await World.SceneAsync(await World.SeenAsync(sha256: one));
        var second = await World.SceneAsync(await World.SeenAsync(sha256: two));
        Assert.That(first.Named, Is.EquivalentTo(new[] { Ada }));
        Assert.That(first.AskedFor, Is.EquivalentTo(new[] { ChannelId.Seesaw, ChannelId.Website }));
        Assert.That(second.Absent, Is.EquivalentTo(new[] { Ada }));
        Assert.That(second.AskedFor, Is.Empty);
        Assert.That((first.NobodyFromOutside, second.NobodyFromOutside), Is.EqualTo((true, true)));
        Assert.That((await World.SceneAsync(await World.SeenAsync())).NobodyFromOutside, Is.False);
        await using var db = World.Open();
        Assert.That(db.Audit.Count(a => a.Act == "attested" && a.Actor == Teacher), Is.EqualTo(2), "every human act is on the chain");
    }

    [Test]
    public async Task Attest_BeforehandAndTheContentIsHere_MakesANewSceneVersion()
    {
        var sha = Sha($"{World.School}here");
        var photo = await World.SeenAsync(sha256: sha);
        var before = (await World.SceneAsync(photo)).Version;
        await World.InHeadAsync(head => head.AttestAsync(Teacher, [new NewAttestation(AttestationKind.NobodyFromOutside) { ContentSha256 = sha }], None));
        Assert.That((await World.SceneAsync(photo)).Version, Is.EqualTo(before + 1));
    }

    [Test]
    public async Task Retract_SaidBeforehand_IsTakenBackToo()
    {
        var sha = Sha($"{World.School}retract");
        await World.InHeadAsync(head => head.AttestAsync(Teacher, [new NewAttestation(AttestationKind.NobodyElse) { ContentSha256 = sha }], None));
        var photo = await World.SeenAsync(sha256: sha);
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.True);
        await World.InHeadAsync(head => head.RetractAsync(Office, photo, AttestationKind.NobodyElse, null, null, null, None));
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.False);
    }

    [Test]
    public async Task Approval_SaidBeforehand_ApprovesNothing()
    {
        var sha = Sha($"{World.School}approve");
        await World.InHeadAsync(head => head.AttestAsync(Teacher, [new NewAttestation(AttestationKind.Approved) { ContentSha256 = sha, Channel = ChannelId.Seesaw, Reasons = [ReasonCode.DeviceUnknown] }], None));
        Assert.That((await World.SceneAsync(await World.SeenAsync(sha256: sha))).Approvals, Is.Empty, "nobody has looked at it");
    }

    [Test]
    public async Task Approval_OtherNumberOfFacesSeen_IsVoid()
    {
        var photo = await World.DecidedAsync(2);
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Seesaw, Reasons = [ReasonCode.SmallFaces] });
        Assert.That((await World.SceneAsync(photo)).Approvals, Has.Length.EqualTo(1));
        await World.LookAsync(photo, 3);
        Assert.That((await World.SceneAsync(photo)).Approvals, Is.Empty);
    }

    [Test]
    public async Task Faces_NewRendition_AreOnlyTheNewOnes()
    {
        var photo = await World.DecidedAsync(2);
        await World.CleanAsync(photo, RenditionId.New());
        Assert.That((await World.SceneAsync(photo)).Faces, Is.Empty);
        await World.LookAsync(photo, 1);
        Assert.That((await World.SceneAsync(photo)).Faces, Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Pool_DayTakenAndDayArrived_IsEverybodyOfEither()
    {
        var (leaver, newcomer, never) = (await PersonAsync("Leaver"), await PersonAsync("Newcomer"), await PersonAsync("Never"));
        var taken = World.Today.AddDays(-3);
        await World.InHeadAsync(head =>
        {
            head.AddMembership(leaver, World.Group, taken.AddDays(-9), taken, null);
            head.AddMembership(newcomer, World.Group, World.Today, null, null);
            head.AddMembership(never, World.Group, World.Today.AddDays(1), null, null);
            return Task.CompletedTask;
        });
        Assert.That((await World.SceneAsync(await World.SeenAsync(taken: taken.ToDateTime(default)))).Pool, Is.EquivalentTo(World.Children.Add(leaver).Add(newcomer)));
        Assert.That((await World.SceneAsync(await World.SeenAsync(taken: taken.AddDays(1).ToDateTime(default)))).Pool, Is.EquivalentTo(World.Children.Add(newcomer)));
        Assert.That((await World.SceneAsync(await World.SeenAsync())).Pool, Is.EquivalentTo(World.Children.Add(newcomer)));
        Assert.That((await World.SceneAsync(await World.SeenAsync(taken: taken.AddYears(-2).ToDateTime(default)))).Pool, Is.EquivalentTo(World.Children.Add(newcomer)), "a camera whose clock is wrong");
    }

    [Test]
    public async Task Pool_EmptyOrUnknownGroup_IsNotKnownWhateverIsAdded()
    {
        await World.InHeadAsync(head =>
        {
            head.AddGroup("Empty", false, null);
            return Task.CompletedTask;
        });
        foreach (var folder in new[] { "Empty", "Nobody knows it" })
        {
            var photo = await World.SeenAsync(folder: folder);
            await World.FirstDecisionAsync(photo);
            await World.SayAsync(Say(AttestationKind.PoolAddsPerson, photo) with { Person = Ada }, Say(AttestationKind.PoolAddsGroup, photo) with { Group = World.Group });
            Assert.That((await World.SceneAsync(photo)).Pool, Is.Null, folder);
        }
    }

    [Test]
    public async Task Pool_VisitingClass_IsAddedWithItsMembersOfTheDay()
    {
        var guest = await PersonAsync("Guest");
        GroupId visiting = default;
        await World.InHeadAsync(head =>
        {
            visiting = head.AddGroup("Visiting", false, null);
            head.AddMembership(guest, visiting, World.Today, World.Today, null);
            return Task.CompletedTask;
        });
        var photo = await World.DecidedAsync();
        await World.SayAsync(Say(AttestationKind.PoolAddsGroup, photo) with { Group = visiting });
        Assert.That((await World.SceneAsync(photo)).Pool, Is.EquivalentTo(World.Children.Add(guest)));
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task Pool_Corrected_RecallsWhatIsOutAndShrunkNeedsTheWordAgain()
    {
        var guest = await PersonAsync("Guest"); // said yes to nothing
        GroupId visiting = default;
        await World.InHeadAsync(head =>
        {
            visiting = head.AddGroup("Visiting", false, null);
            head.AddMembership(guest, visiting, World.Today, null, null);
            return Task.CompletedTask;
        });
        var photo = await World.ClearedAsync();
        await World.PassAsync(photo);
        await World.SayAsync(Say(AttestationKind.PoolAddsGroup, photo) with { Group = visiting });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));

        await World.InHeadAsync(head => head.RetractAsync(Teacher, photo, AttestationKind.PoolAddsGroup, null, null, null, None));
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Pool, Is.EquivalentTo(World.Children));
        Assert.That(scene.NobodyFromOutside, Is.False, "it was said with the visitors in mind");
    }

    [Test]
    [Property("Requirement", "C6")]
    public async Task Move_ToAnotherClass_HasItsPoolNoWordFromOutsideAndCallsCopiesBack([Values] bool named)
    {
        var pupil = await PersonAsync("Pupil");
        GroupId other = default;
        await World.InHeadAsync(head =>
        {
            other = head.AddGroup("Other", true, null);
            head.AddMembership(pupil, other, World.Today, null, null);
            return Task.CompletedTask;
        });
        var photo = await World.ClearedAsync();
        if (named)
        {
            await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = Ada }, Say(AttestationKind.NobodyElse, photo));
        }

        await World.PassAsync(photo);
        Rig.Clock.Advance(Minute);
        Assert.That(await MoveAsync(GroupId.New()), Is.False, "no such class");
        Assert.That(await MoveAsync(other), Is.True);
        Assert.That(await MoveAsync(other), Is.False, "it is there");
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Pool, Is.EquivalentTo(new[] { pupil }));
        Assert.That(scene.NobodyFromOutside, Is.False);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held), "also where everybody is named: the copy lay in the other class's place");
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));

        async Task<bool> MoveAsync(GroupId group)
        {
            var moved = false;
            await World.InHeadAsync(async head =>
            {
                moved = await head.MoveAsync(Teacher, photo, group, None);
                await head.FlushAsync(None);
                await DecideAsync(head, photo);
            });
            return moved;
        }
    }

    [Test]
    public async Task AskedFor_GroupThatDoesNotAsk_NeedsSomebodyToAsk()
    {
        await World.InHeadAsync(head =>
        {
            head.AddGroup("Quiet", false, null);
            return Task.CompletedTask;
        });
        var photo = await World.SeenAsync(folder: "Quiet");
        await World.FirstDecisionAsync(photo);
        Assert.That((await World.SceneAsync(photo)).AskedFor, Is.Empty);
        await World.SayAsync(Say(AttestationKind.AskedFor, photo) with { Channel = ChannelId.Seesaw });
        Assert.That((await World.SceneAsync(photo)).AskedFor, Is.EquivalentTo(new[] { ChannelId.Seesaw }));
        await World.InHeadAsync(head => head.RetractAsync(Teacher, photo, AttestationKind.AskedFor, null, null, ChannelId.Seesaw, None));
        Assert.That((await World.SceneAsync(photo)).AskedFor, Is.Empty);
    }

    [TestCase("iPad (9th generation)", DeviceStanding.Known)]
    [TestCase("IPAD 9TH GENERATION", DeviceStanding.Known)]
    [TestCase("iPhone 15", DeviceStanding.Unknown)]
    [TestCase("Retired", DeviceStanding.Unknown)]
    [TestCase(" ", DeviceStanding.NotStated)]
    public async Task Device_ModelInTheFile_IsLookedUpInTheInventoryOfTheDay(string model, DeviceStanding standing)
    {
        await World.InHeadAsync(head =>
        {
            head.AddDevice(new NewDevice("Trolley", "Apple", "iPad (9th generation)", "", null, World.Today, World.Today), Office);
            head.AddDevice(new NewDevice("Old", "Apple", "Retired", "", null, World.Today.AddYears(-9), World.Today.AddDays(-1)), Office);
            return Task.CompletedTask;
        });
        Assert.That((await World.SceneAsync(await World.SeenAsync(model: model))).Device, Is.EqualTo(standing));
    }

    private async Task<(int InPicture, int Absent)> SaidOfAsync(MediaId photo)
    {
        var scene = await World.SceneAsync(photo);
        return (scene.Named.Count, scene.Absent.Count);
    }

    private Task<PersonId> VisitorAsync() => PersonAsync("Visitor");

    private async Task<PersonId> PersonAsync(string name)
    {
        PersonId person = default;
        await World.InHeadAsync(head =>
        {
            person = head.AddPerson(new NewPerson(Consent.People.PersonKind.Pupil, name, name), null);
            return Task.CompletedTask;
        });
        return person;
    }
}
