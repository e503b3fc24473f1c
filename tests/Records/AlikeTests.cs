using MediaGuard.Media;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Records.Tests;

/// <summary>The pictures that wait beside one because they are shots of the same moment.</summary>
public sealed class AlikeTests(string provider) : RecordsFixture(provider)
{
    private static readonly PerceptualHash Look = new(long.MinValue + 0x1234_5678);
    private static readonly DateTime Taken = new(2026, 5, 4, 10, 0, 0);

    [Test]
    public async Task Alike_Burst_IsFoundInTheOrderTaken()
    {
        var (late, first, shown) = (await ShotAsync(Taken.AddSeconds(9)), await ShotAsync(Taken), await ShotAsync(Taken.AddSeconds(4)));

        Assert.That(await AlikeAsync(shown), Is.EqualTo(new[] { first, late }));
    }

    [Test]
    public async Task Alike_NoCaptureTime_GoesByArrival()
    {
        var (shown, soon) = (await ShotAsync(null), await ShotAsync(null));
        Rig.Clock.Advance(TimeSpan.FromMinutes(3));
        await ShotAsync(null);

        Assert.That(await AlikeAsync(shown), Is.EqualTo(new[] { soon }));
    }

    [Test]
    public async Task Alike_OtherClassOtherLookOtherFacesOrNoLook_IsNotFound()
    {
        await World.InHeadAsync(head =>
        {
            head.AddGroup("Birch", asksSeesaw: true, SchoolWorld.Office);
            return Task.CompletedTask;
        });
        var shown = await ShotAsync(Taken);
        await ShotAsync(Taken, folder: "Birch");
        await ShotAsync(Taken, look: new PerceptualHash(~Look.Bits));
        await ShotAsync(Taken, faces: 3);
        await World.FirstDecisionAsync(await World.SeenAsync(2, taken: Taken));

        Assert.That(await AlikeAsync(shown), Is.Empty);
    }

    /// <summary>What is decided waits no more, and what is under seal is shown to nobody.</summary>
    [Test]
    public async Task Alike_RefusedClearedOrSealed_IsNotFound()
    {
        var (shown, refused, cleared, underSeal) = (await ShotAsync(Taken), await ShotAsync(Taken), await ShotAsync(Taken), await ShotAsync(Taken));
        await World.SayAsync(new NewAttestation(AttestationKind.RefusedFor) { Media = refused });
        await World.SayAsync(SchoolWorld.Say(AttestationKind.NobodyFromOutside, cleared));
        Assert.That(await World.VerdictAsync(cleared), Is.EqualTo(Verdict.Cleared));
        await World.TrySealAsync(underSeal);

        Assert.That(await AlikeAsync(shown), Is.Empty);
    }

    /// <summary>A face drawn by hand is one more, and one said to be none is still a box.</summary>
    [Test]
    public async Task Alike_FaceDrawnByHand_CountsAsAFace()
    {
        var (shown, other) = (await ShotAsync(Taken), await ShotAsync(Taken));
        await World.SayAsync(new NewAttestation(AttestationKind.FaceAdded) { Media = shown, Area = new PixelBox(400, 300, 60, 60) });
        Assert.That(await AlikeAsync(shown), Is.Empty);

        await World.SayAsync(new NewAttestation(AttestationKind.FaceAdded) { Media = other, Area = new PixelBox(400, 300, 60, 60) });
        var face = (await World.SceneAsync(other)).Faces[0].Id;
        await World.SayAsync(new NewAttestation(AttestationKind.NotAFace) { Media = other, Face = face });
        Assert.That(await AlikeAsync(shown), Is.EqualTo(new[] { other }));
    }

    [Test]
    public async Task Likeness_AYearAfterItArrivedOrDeleted_IsForgotten()
    {
        var (old, deleted) = (await ShotAsync(Taken), await ShotAsync(Taken));
        Assert.That(await World.InHeadReturnsAsync(head => head.DeleteAsync(SchoolWorld.Office, deleted, new byte[32], None)), Is.Not.Null);
        Assert.That((await World.RowAsync(deleted)).Likeness, Is.Null);

        Rig.Clock.Advance(TimeSpan.FromDays(365));
        await World.InHeadAsync(head => head.NewDayAsync(None));
        Assert.That((await World.RowAsync(old)).Likeness, Is.EqualTo(Look));

        Rig.Clock.Advance(TimeSpan.FromDays(2));
        await World.InHeadAsync(head => head.NewDayAsync(None));
        Assert.That((await World.RowAsync(old)).Likeness, Is.Null);
    }

    private async Task<MediaId> ShotAsync(DateTime? taken, string folder = SchoolWorld.Folder, int faces = 2, PerceptualHash? look = null)
    {
        var photo = await World.SeenAsync(faces, folder, taken: taken);
        await World.InHeadAsync(head => head.SaveLikenessAsync(photo, look ?? Look, None));
        await World.FirstDecisionAsync(photo);
        return photo;
    }

    private async Task<IEnumerable<MediaId>> AlikeAsync(MediaId shown) => (await Rig.Views.AlikeAsync(World.School, shown, 20, None)).Select(p => p.Id);
}
