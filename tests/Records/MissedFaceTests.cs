using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.Register;
using MediaGuard.Media;
using static MediaGuard.Records.Tests.SchoolWorld;

namespace MediaGuard.Records.Tests;

/// <summary>Boxes people draw where the detectors saw nothing.</summary>
public sealed class MissedFaceTests(string provider) : RecordsFixture(provider)
{
    private static readonly PixelBox Drawn = new(300, 200, 60, 70);

    [Test]
    public async Task FaceAdded_AfterACopyIsOut_OrdersItBackInTheSameTransaction()
    {
        var photo = await OutAsync();
        await World.SayAsync(Say(AttestationKind.FaceAdded, photo) with { Area = Drawn });
        Assert.That((await World.SceneAsync(photo)).Faces.Select(f => (f.Box, f.Answer)), Does.Contain((Drawn, FaceAnswer.Unanswered)));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
        Assert.That((await World.ReleasesAsync(photo)).Single().State, Is.EqualTo(ReleaseState.Recalling));
        Assert.That(await World.QueueAsync(photo), Is.Empty);
    }

    [Test]
    public async Task FaceAdded_NamedThenTakenAway_GoesWithItsNameAndSendsNothingOutByItself()
    {
        var photo = await OutAsync();
        await World.SayAsync(Say(AttestationKind.FaceAdded, photo) with { Area = Drawn });
        var face = (await World.SceneAsync(photo)).Faces.Single(f => f.Box == Drawn).Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = World.Children[1] });
        Assert.That((await World.SceneAsync(photo)).Named, Does.Contain(World.Children[1]));

        await World.InHeadAsync(head => head.RetractAsync(Office, photo, AttestationKind.FaceAdded, null, face, null, None));
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Faces.Select(f => f.Box), Does.Not.Contain(Drawn));
        Assert.That(scene.Named, Does.Not.Contain(World.Children[1]));
        await using var db = World.Open();
        Assert.That(db.Attestations.Count(a => a.MediaId == photo && a.FaceId == face && a.RetractedBy == Office), Is.EqualTo(2));
    }

    [Test]
    public async Task FaceAdded_NamedAndTakenAwayToBeDrawnAnew_NobodyElseIsNotSaidAnyMore()
    {
        var photo = await NamedAsync();
        var drawn = await DrawAsync(photo);
        await World.RecordAsync(World.Children[1], Seesaw, ConsentAnswer.Refused);
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = drawn, Person = World.Children[1] });
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Refused));

        await TakeBackAsync(photo, AttestationKind.FaceAdded, face: drawn);
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.False);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held), "she is still in it");
        Assert.That(await World.QueueAsync(photo), Is.Empty);

        await World.SayAsync(Say(AttestationKind.NobodyElse, photo));
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task InPicture_TakenBack_TakesNobodyElseWithItUnlessAFaceBearsTheName()
    {
        var photo = await NamedAsync();
        await World.RecordAsync(World.Children[1], Seesaw, ConsentAnswer.Refused);
        await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = World.Children[1] }, Say(AttestationKind.InPicture, photo) with { Person = World.Children[0] });
        await TakeBackAsync(photo, AttestationKind.InPicture, World.Children[0]);
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.True, "a face is named so");

        await TakeBackAsync(photo, AttestationKind.InPicture, World.Children[1]);
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.False);
        Assert.That(await World.VerdictAsync(photo), Is.EqualTo(Verdict.Held));
    }

    [Test]
    public async Task FaceAdded_TakenAwayUnnamed_LeavesNobodyElse()
    {
        var photo = await NamedAsync();
        await TakeBackAsync(photo, AttestationKind.FaceAdded, face: await DrawAsync(photo));
        Assert.That((await World.SceneAsync(photo)).NobodyElse, Is.True);
    }

    [Test]
    public async Task FaceAdded_DetectorsLookAgain_StaysWithItsNumberAndItsName()
    {
        var photo = await World.DecidedAsync(2);
        await World.SayAsync(Say(AttestationKind.FaceAdded, photo) with { Area = Drawn }, Say(AttestationKind.FaceAdded, photo) with { Area = new PixelBox(1, 2, 30, 40) });
        var face = (await World.SceneAsync(photo)).Faces.Single(f => f.Box == Drawn).Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = World.Children[0] });
        await World.LookAsync(photo, 1);
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Faces, Has.Length.EqualTo(3));
        Assert.That(scene.Faces.Single(f => f.Id == face).Person, Is.EqualTo(World.Children[0]));
        await using var db = World.Open();
        Assert.That(db.Faces.Where(f => f.MediaId == photo).Select(f => f.Number).ToList(), Is.EquivalentTo(new[] { 3, 4, 5 }));
    }

    [Test]
    public async Task FaceAdded_ApprovedBefore_TheApprovalIsNotOfThisPictureAnyMore()
    {
        var photo = await World.DecidedAsync(1);
        await World.SayAsync(Say(AttestationKind.Approved, photo) with { Channel = ChannelId.Seesaw, Reasons = [ReasonCode.SmallFaces] });
        Assert.That((await World.SceneAsync(photo)).Approvals, Has.Length.EqualTo(1));
        await World.SayAsync(Say(AttestationKind.FaceAdded, photo) with { Area = Drawn });
        Assert.That((await World.SceneAsync(photo)).Approvals, Is.Empty);
    }

    [Test]
    public async Task NotAPupil_OnAFace_ReplacesTheNameAndIsReplacedByOne()
    {
        var photo = await World.DecidedAsync(1);
        var face = (await World.SceneAsync(photo)).Faces[0].Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = World.Children[0] });
        await World.SayAsync(Say(AttestationKind.NotAPupil, photo) with { Face = face });
        var scene = await World.SceneAsync(photo);
        Assert.That((scene.Faces[0].Answer, scene.Named.Count), Is.EqualTo((FaceAnswer.Adult, 0)));
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = World.Children[2] });
        scene = await World.SceneAsync(photo);
        Assert.That((scene.Faces[0].Answer, scene.Faces[0].Person), Is.EqualTo((FaceAnswer.Named, (PersonId?)World.Children[2])));
    }

    private async Task<FaceId> DrawAsync(MediaId photo)
    {
        await World.SayAsync(Say(AttestationKind.FaceAdded, photo) with { Area = Drawn });
        return (await World.SceneAsync(photo)).Faces.Single(f => f.Box == Drawn).Id;
    }

    private Task TakeBackAsync(MediaId photo, AttestationKind kind, PersonId? person = null, FaceId? face = null) => World.InHeadAsync(async head =>
    {
        await head.RetractAsync(Office, photo, kind, person, face, null, CancellationToken.None);
        await head.FlushAsync(CancellationToken.None);
        await DecideAsync(head, photo);
    });

    /// <summary>The only face is the first child's, and nobody else is in it.</summary>
    private async Task<MediaId> NamedAsync()
    {
        var photo = await World.DecidedAsync(1);
        var face = (await World.SceneAsync(photo)).Faces[0].Id;
        await World.SayAsync(Say(AttestationKind.OnFace, photo) with { Face = face, Person = World.Children[0] }, Say(AttestationKind.NobodyElse, photo));
        return photo;
    }

    /// <summary>Named one by one, nobody else in it, and handed out.</summary>
    private async Task<MediaId> OutAsync()
    {
        var photo = await NamedAsync();
        var clearance = (await World.PassAsync(photo)).Clearance!;
        await Rig.Releases.SaveReleasedAsync(World.School, clearance.Release, "there", None);
        return photo;
    }
}
