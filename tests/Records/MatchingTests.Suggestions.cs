using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

/// <summary>What comparing says of faces, and what becomes of it.</summary>
public sealed partial class MatchingTests
{
    [Test]
    public async Task SuggestAsync_MatchedFace_IsInTheSceneAndTheViewAndNamesNobody()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        var photo = await SuggestedAsync(World.Children[0]);

        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Faces.Select(f => (f.Suggested, f.Person)), Is.EqualTo(new (PersonId?, PersonId?)[] { (World.Children[0], null), (null, null) }));
        Assert.That(scene.Named, Is.Empty);
        var detail = await Rig.Views.DetailAsync(World.School, photo, Views.Reader.Office, None);
        Assert.That(detail!.Faces.Select(f => (f.SuggestedName, f.Name)), Is.EqualTo(new (string?, string?)[] { ("Child 1", null), (null, null) }));
    }

    [Test]
    public async Task SuggestAsync_ConsentWithdrawnMeanwhile_SuggestsNothing()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        await InHeadAsync(head => Task.FromResult(Withdraw(head, World.Children[0])));
        Assert.That((await World.SceneAsync(await SuggestedAsync(World.Children[0]))).Faces.Select(f => f.Suggested), Has.All.Null);
    }

    [Test]
    public async Task CommitAsync_TemplateDestroyed_SuggestionGoesAndTheFaceStaysADoubt()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        var photo = await SuggestedAsync(World.Children[0]);
        var before = (await World.SceneAsync(photo)).Version;
        await InHeadAsync(head => Task.FromResult(Withdraw(head, World.Children[0])));
        var scene = await World.SceneAsync(photo);
        Assert.That(scene.Faces.Select(f => (f.Suggested, f.IsDoubtful)), Is.EqualTo(new (PersonId?, bool)[] { (null, true), (null, false) }));
        Assert.That(scene.Version, Is.GreaterThan(before));
    }

    [TestCase("school")]
    [TestCase("group")]
    public async Task Choose_SwitchedOff_OpenSuggestionsGoAndNothingClearsByIt(string what)
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        var (calm, held, fresh) = (await SuggestedAsync(World.Children[0]), await SuggestedAsync(World.Children[0]), await SuggestedAsync(World.Children[0]));
        foreach (var photo in new[] { calm, held })
        {
            await World.FirstDecisionAsync(photo);
        }

        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, calm));
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, held), SchoolWorld.Say(AttestationKind.Absent, held) with { Person = World.Children[0] });
        Assert.That((await VerdictAsync(calm), await VerdictAsync(held)), Is.EqualTo((Verdict.Cleared, Verdict.Held)), "held because it looks like somebody said absent");
        var before = (await World.SceneAsync(calm)).Version;

        await InHeadAsync(async head => what == "school"
            ? (await head.ChooseMatchingAsync(On with { IsOn = false }, SchoolWorld.Office, None)).IsEmpty
            : await head.ChooseGroupMatchingAsync(World.Group, false, SchoolWorld.Office, None));
        await World.DecideAsync(calm, held);
        foreach (var (photo, isDoubtful) in new[] { (calm, false), (held, true), (fresh, true) })
        {
            var faces = (await World.SceneAsync(photo)).Faces;
            Assert.That(faces.Select(f => f.Suggested), Has.All.Null);
            Assert.That(faces.Select(f => f.IsDoubtful), Is.EqualTo(new[] { isDoubtful, false }));
            Assert.That((await Rig.Views.DetailAsync(World.School, photo, Views.Reader.Office, None))!.Faces.Select(f => f.Suggested), Has.All.Null, "no name to tap");
        }

        Assert.That((await VerdictAsync(calm), await VerdictAsync(held)), Is.EqualTo((Verdict.Cleared, Verdict.Held)), "what was clear stays clear, what was held stays held");
        Assert.That((await World.SceneAsync(calm)).Version, Is.GreaterThan(before));
    }

    [Test]
    public async Task ChooseGroupMatchingAsync_AnotherGroupOff_LeavesSuggestions()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        var photo = await SuggestedAsync(World.Children[0]);
        var other = GroupId.New();
        await InHeadAsync(head => Task.FromResult(other = head.AddGroup("Elm", asksSeesaw: true, SchoolWorld.Office)));
        await InHeadAsync(head => head.ChooseGroupMatchingAsync(other, true, SchoolWorld.Office, None));
        await InHeadAsync(head => head.ChooseGroupMatchingAsync(other, false, SchoolWorld.Office, None));
        Assert.That((await World.SceneAsync(photo)).Faces[0].Suggested, Is.EqualTo(World.Children[0]));
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task SubjectBook_MatchedFaces_CountWhileNobodyAnsweredThem()
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        var (child, other) = (World.Children[0], World.Children[1]);
        await EnrolAsync(child, Face(3));
        List<MediaId> photos = [];
        for (var i = 0; i < 6; i++)
        {
            photos.Add(await SuggestedAsync(child));
            await World.FirstDecisionAsync(photos[i]);
        }

        async Task AnswerAsync(int photo, AttestationKind kind, PersonId? person) =>
            await World.SayAsync(SchoolWorld.Say(kind, photos[photo]) with { Face = (await World.SceneAsync(photos[photo])).Faces[0].Id, Person = person });
        await AnswerAsync(1, AttestationKind.OnFace, other);
        await AnswerAsync(2, AttestationKind.NotAFace, null);
        await AnswerAsync(3, AttestationKind.NotAPupil, null);
        await AnswerAsync(4, AttestationKind.OnFace, child);
        await World.SayAsync(SchoolWorld.Say(AttestationKind.Absent, photos[5]) with { Person = child });

        var found = (await Rig.Subjects.ReadAsync(World.School, child, None))!.Photos.ToDictionary(p => p.Media);
        Assert.That(photos.Where(p => found.TryGetValue(p, out var photo) && photo.IsMatched), Is.EqualTo(new[] { photos[0] }));
        Assert.That(photos.Where(p => found.TryGetValue(p, out var photo) && photo.IsHandedOut), Is.EqualTo(new[] { photos[0], photos[4] }));
        Assert.That(found.ContainsKey(photos[5]), Is.False, "somebody said they are not in it");

        // an earlier rendition's faces say nothing of what is shown now
        await World.InHeadAsync(head => head.Context.Faces.Where(f => f.MediaId == photos[0]).ExecuteUpdateAsync(set => set.SetProperty(f => f.RenditionId, new RenditionId(Guid.CreateVersion7())), None));
        Assert.That((await Rig.Subjects.ReadAsync(World.School, child, None))!.HandedOut.Select(p => p.Media), Is.EqualTo(new[] { photos[4] }));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task NotComparedAsync_WhereItShouldHaveBeen_HoldsWithTheReasonAndIsLookedAtAgain(bool isStillOn)
    {
        await SwitchOnAsync();
        await PermitAllAsync();
        await EnrolAsync(World.Children[0], Face(3));
        if (!isStillOn)
        {
            await InHeadAsync(head => head.ChooseGroupMatchingAsync(World.Group, false, SchoolWorld.Office, None));
        }

        var photo = await SeenAsync((head, media, _) => head.NotComparedAsync(media, ReasonCode.ModelAltered, None));
        var scene = await World.SceneAsync(photo);
        Assert.That((scene.Sight, scene.SightFailure), Is.EqualTo(isStillOn ? (Sight.Failed, ReasonCode.ModelAltered) : (Sight.Seen, ReasonCode.None)));
        Assert.That(scene.Faces, Has.Length.EqualTo(2), "the boxes stay");
        await World.FirstDecisionAsync(photo);
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, photo));
        Assert.That(await VerdictAsync(photo), Is.EqualTo(isStillOn ? Verdict.Held : Verdict.Cleared));
        Assert.That(await Rig.Items.LookAgainAsync(World.School, None), Is.EqualTo(isStillOn ? 1 : 0));
    }
}
