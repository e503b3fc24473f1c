using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Vision.Tests.Matching;

public sealed class ReferencePhotosTests
{
    private ServiceProvider _room = null!;
    private PixelImage _group = null!;
    private PixelImage[] _alone = [];

    [OneTimeSetUp]
    public void Look()
    {
        _room = InstalledModels.Room(InstalledModels.Folder);
        _group = TestPictures.Sample("sample1.jpg");
        _alone = [.. _room.GetRequiredService<IFaceFinder>().Find(_group, CancellationToken.None).Faces.Where(f => f is { IsDoubtful: false, Box.ShorterSide: > 64 })
            .OrderByDescending(f => f.Box.Area).Select(f => PeopleFolder.Around(_group, f.Box)).Where(p => Judge(p).IsEmpty)];
        Assert.That(_alone, Has.Length.GreaterThanOrEqualTo(2), "two people of the picture can be enrolled from it");
    }

    [OneTimeTearDown]
    public void Close() => _room.Dispose();

    [Test]
    public void Judge_NoFace_SaysSo() => Assert.That(Judge(TestPictures.Wall(600, 400)), Is.EqualTo(new[] { ReferenceProblem.NoFace }));

    [Test]
    public void Judge_Null_IsNotAPicture() =>
        Assert.That(_room.GetRequiredService<IReferencePhotos>().Judge([null], CancellationToken.None).Single().Problems, Is.EqualTo(new[] { ReferenceProblem.NotAPicture }));

    [Test]
    public void Judge_SeveralFaces_SaysSoAndMakesNoEmbedding()
    {
        using var runs = new ModelRuns("sface-2021dec");
        Assert.That(Judge(_group), Is.EqualTo(new[] { ReferenceProblem.SeveralFaces }));
        Assert.That(runs.Count, Is.Zero);
    }

    [Test]
    public void Judge_Small_SaysSo() => Assert.That(Judge(Changed(_alone[0], i => i.Resize(50.0 / Math.Min(i.Width, i.Height)))), Does.Contain(ReferenceProblem.TooSmall));

    [Test]
    public void Judge_Blurred_SaysSo() => Assert.That(Judge(Changed(_alone[0], i => i.Gaussblur(_alone[0].Width / 60.0))), Does.Contain(ReferenceProblem.Blurred));

    [TestCase(0.45)]
    [TestCase(-0.45)]
    public void Judge_Turned_SaysSoAndMakesNoEmbedding(double noseToTheSide)
    {
        using var runs = new ModelRuns("sface-2021dec");
        using var room = InstalledModels.Room(InstalledModels.Folder, services: s => s.AddSingleton<IFaceFinder>(new TurningFinder(_room.GetRequiredService<IFaceFinder>(), noseToTheSide)));
        Assert.That(room.GetRequiredService<IReferencePhotos>().Judge([_alone[0]], CancellationToken.None).Single().Problems, Is.EqualTo(new[] { ReferenceProblem.Turned }));
        Assert.That(runs.Count, Is.Zero);
    }

    [Test]
    public void Judge_SeveralBadOnes_SaysOfEachWhatIsWrongWithIt()
    {
        var small = Changed(_alone[0], i => i.Resize(50.0 / Math.Min(i.Width, i.Height)));
        var judged = _room.GetRequiredService<IReferencePhotos>().Judge([_group, _alone[0], null, Changed(_alone[0], i => i * 0.2), small], CancellationToken.None);
        Assert.That(judged[0].Problems, Is.EqualTo(new[] { ReferenceProblem.SeveralFaces }));
        Assert.That(judged[1].Problems, Is.Empty);
        Assert.That(judged[2].Problems, Is.EqualTo(new[] { ReferenceProblem.NotAPicture }));
        Assert.That(judged[3].Problems, Does.Contain(ReferenceProblem.TooDark));
        Assert.That(judged[4].Problems, Does.Contain(ReferenceProblem.TooSmall));
        Assert.That(judged.Select(j => j.Embedding is not null), Is.EqualTo(new[] { false, true, false, false, false }));
    }

    [Test]
    public void Judge_Dark_SaysSo() => Assert.That(Judge(Changed(_alone[0], i => i * 0.2)), Does.Contain(ReferenceProblem.TooDark));

    [Test]
    public void Judge_TheSameAndAnother_SaysWhichIsUnlike()
    {
        var (one, lighter, other) = (_alone[0], Changed(_alone[0], i => i * 1.1), _alone[1]);
        var judged = _room.GetRequiredService<IReferencePhotos>().Judge([one, other, lighter], CancellationToken.None);
        Assert.That(judged.Select(j => j.Problems.SingleOrDefault((ReferenceProblem)(-1))), Is.EqualTo(new[] { (ReferenceProblem)(-1), ReferenceProblem.UnlikeTheOthers, (ReferenceProblem)(-1) }));
        Assert.That(judged.Select(j => j.Embedding is not null), Is.EqualTo(new[] { true, false, true }));
    }

    [Test]
    public void Sentences_EveryProblem_HasItsOwn() => Assert.That(Enum.GetValues<ReferenceProblem>().Select(ReferenceSentences.For), Is.Unique);

    private System.Collections.Immutable.ImmutableArray<ReferenceProblem> Judge(PixelImage photo) =>
        _room.GetRequiredService<IReferencePhotos>().Judge([photo], CancellationToken.None).Single().Problems;

    private static PixelImage Changed(PixelImage picture, Func<Image, Image> change)
    {
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        using var changed = change(image).Cast(Enums.BandFormat.Uchar);
        return new PixelImage(changed.Width, changed.Height, changed.WriteToMemory<byte>());
    }

    /// <summary>Finds what another finds, with the nose as far to the side as in a turned head, in eye distances.</summary>
    private sealed class TurningFinder(IFaceFinder inner, double toTheSide) : IFaceFinder
    {
        public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken)
        {
            var found = inner.Find(picture, cancellationToken);
            return found with { Faces = [.. found.Faces.Select(Turn)] };
        }

        private FaceRegion Turn(FaceRegion face)
        {
            var (right, left, nose) = (face.Keypoints[0], face.Keypoints[1], face.Keypoints[2]);
            return face with { Keypoints = face.Keypoints.SetItem(2, new PixelPoint(nose.X + (toTheSide * (left.X - right.X)), nose.Y + (toTheSide * (left.Y - right.Y)))) };
        }
    }
}
