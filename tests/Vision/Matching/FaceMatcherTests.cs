using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Matching;

[NonParallelizable]
public sealed class FaceMatcherTests
{
    private ServiceProvider _room = null!;
    private PixelImage _picture = null!;
    private ImmutableArray<FaceRegion> _faces;
    private readonly PersonId _ali = PersonId.New();

    [OneTimeSetUp]
    public void Look()
    {
        _room = InstalledModels.Room(InstalledModels.Folder);
        _picture = TestPictures.Sample("sample1.jpg");
        _faces = _room.GetRequiredService<IFaceFinder>().Find(_picture, CancellationToken.None).Faces;
    }

    [OneTimeTearDown]
    public void Close() => _room.Dispose();

    [Test]
    public void Match_TheEnrolledOne_IsNamedOnTheirFaceAndNowhereElse()
    {
        var own = _faces.First(CanBeJudged);
        var sighting = Match([new EnrolledFace(_ali, Embed(own), IsInPool: true)]);
        Assert.That(sighting.Faces.Where(f => f.Person is not null).Select(f => f.Face), Is.EqualTo(new[] { own }));
        Assert.That(sighting.Faces.Select(f => f.Face), Is.EqualTo(_faces));
        Assert.That(sighting.Model, Does.StartWith("sface-2021dec@"));
    }

    [Test]
    public void Match_NobodyEnrolled_MakesNoEmbedding()
    {
        using var runs = new ModelRuns("sface-2021dec");
        var sighting = Match([]);
        Assert.That((runs.Count, sighting.Model), Is.EqualTo((0L, (string?)null)));
        Assert.That(sighting.Faces.Select(f => f.Answer), Has.All.EqualTo(MatchAnswer.NotCompared));
    }

    [Test]
    public void Match_TooSmallTurnedDoubtfulOrWithoutKeypoints_IsNotSureWithoutAnEmbedding()
    {
        var face = _faces.First(CanBeJudged);
        var turned = face.Keypoints.SetItem(2, face.Keypoints[0]);
        ImmutableArray<FaceRegion> poor =
        [
            face with { Box = face.Box with { Width = 39 } }, face with { Keypoints = turned }, face with { IsDoubtful = true }, face with { Keypoints = [] },
        ];
        var enrolled = new[] { new EnrolledFace(_ali, Embed(face), IsInPool: true) };
        using var runs = new ModelRuns("sface-2021dec");
        var sighting = _room.GetRequiredService<IFaceMatcher>().Match(_picture, poor, enrolled, CancellationToken.None);
        Assert.That(sighting.Faces.Select(f => f.Answer), Has.All.EqualTo(MatchAnswer.NotSure));
        Assert.That(runs.Count, Is.Zero);
    }

    [TestCase(40, 64, TestName = "Match_EyesCovered_IsNotSure")]
    [TestCase(66, 112, TestName = "Match_MouthAndNoseCovered_IsNotSure")]
    [TestCase(0, 112, TestName = "Match_AllCovered_IsNotSure")]
    public void Match_Covered_IsNotSure(int top, int bottom)
    {
        var face = _faces.First(CanBeJudged);
        var alignment = FaceAlignment.Of(face.Keypoints)!.Value;
        var covered = new PixelImage(_picture.Width, _picture.Height, [.. _picture.Rgb]);
        for (var y = (double)top; y < bottom; y += 0.25)
        {
            for (var x = 8.0; x < 104; x += 0.25)
            {
                var at = alignment.At(x, y);
                covered.Rgb.AsSpan((((int)at.Y * covered.Width) + (int)at.X) * 3, 3).Fill(128);
            }
        }

        var sighting = _room.GetRequiredService<IFaceMatcher>().Match(covered, [face], [new EnrolledFace(_ali, Embed(face), IsInPool: true)], CancellationToken.None);
        Assert.That(sighting.Faces.Single().Answer, Is.EqualTo(MatchAnswer.NotSure));
    }

    [Test]
    public void Match_OnePersonOnTwoFaces_KeepsTheNameOnOne()
    {
        var face = _faces.First(CanBeJudged);
        var sighting = _room.GetRequiredService<IFaceMatcher>().Match(_picture, [face, face with { Confidence = 0.7 }], [new EnrolledFace(_ali, Embed(face), IsInPool: true)], CancellationToken.None);
        Assert.That(sighting.Faces.Select(f => f.Answer), Is.EqualTo(new[] { MatchAnswer.ThisPerson, MatchAnswer.NotSure }));
    }

    private static bool CanBeJudged(FaceRegion face) => FaceAlignment.Of(face.Keypoints) is { } alignment && MatchThresholds.CanBeJudged(face, alignment);

    private MatchSighting Match(IReadOnlyCollection<EnrolledFace> enrolled) => _room.GetRequiredService<IFaceMatcher>().Match(_picture, _faces, enrolled, CancellationToken.None);

    private FaceEmbedding Embed(FaceRegion face)
    {
        using var pyramid = new PicturePyramid(_picture);
        return FaceEmbedder.Embed(_room.GetRequiredService<FaceEmbedder>().Open()!, pyramid, FaceAlignment.Of(face.Keypoints)!.Value).Embedding;
    }
}
