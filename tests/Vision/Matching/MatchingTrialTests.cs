using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Matching;
using MediaGuard.Vision.Matching.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Matching;

/// <summary>An evaluation on a few people of the sample pictures, three photos of each: as they are, darker, mirrored.</summary>
public sealed class MatchingTrialTests
{
    private const int PhotosEach = 3;

    private ServiceProvider _room = null!;
    private PixelImage[][] _people = [];
    private MatchingFigures _figures = null!;
    private string _text = "";
    private string _page = "";

    [OneTimeSetUp]
    public void Measure()
    {
        _room = InstalledModels.Room(InstalledModels.Folder);
        var group = TestPictures.Sample("sample1.jpg");
        _people = [.. _room.GetRequiredService<IFaceFinder>().Find(group, CancellationToken.None).Faces.Where(f => f is { IsDoubtful: false, Box.ShorterSide: > 64 })
            .OrderByDescending(f => f.Box.Area).Select(f => PeopleFolder.Around(group, f.Box))
            .Select(p => new[] { p, PeopleFolder.Lit(p, 0.7), PeopleFolder.Mirrored(p) }).Where(photos => photos.All(CanBeCompared))];
        Assert.That(_people, Has.Length.GreaterThanOrEqualTo(2), "two people of the picture can be compared");

        using var trial = _room.GetRequiredService<MatchingTrials>().Start();
        for (var person = 0; person < _people.Length; person++)
        {
            for (var photo = 0; photo < PhotosEach; photo++)
            {
                Assert.That(trial.Add(person, photo, _people[person][photo], CancellationToken.None), Is.Null);
            }
        }

        Assert.That(trial.Add(0, PhotosEach, TestPictures.Wall(300, 200), CancellationToken.None), Is.EqualTo(ReferenceProblem.NoFace));
        Assert.That(trial.Add(0, PhotosEach + 1, TestPictures.Cut(_people[0][0], 0, 0, 8, 8), CancellationToken.None), Is.EqualTo(ReferenceProblem.NoFace));
        _figures = trial.Figures();
        (_text, _page) = (trial.Text(_figures), trial.Page(_figures, DateTimeOffset.UnixEpoch));
    }

    [OneTimeTearDown]
    public void Close() => _room.Dispose();

    [Test]
    public void Figures_Counts_AreOfWhatWasGiven()
    {
        Assert.That((_figures.People, _figures.Photos), Is.EqualTo((_people.Length, _people.Length * PhotosEach)));
        Assert.That(_figures.GenuinePairs, Is.EqualTo(_people.Length * 3));
        Assert.That(_figures.ImpostorPairs, Is.EqualTo(_people.Length * (_people.Length - 1) / 2 * PhotosEach * PhotosEach));
        Assert.That(_figures.LeftOut, Is.EqualTo(ImmutableSortedDictionary<string, int>.Empty.Add("NoFace", 2)));
        Assert.That(_figures.Model, Does.StartWith("sface-2021dec@"));
        Assert.That(_figures.Identified, Is.EqualTo(new IdentifiedFigure(_people.Length * 2, _people.Length * 2, 0, 0, 0, _figures.Identified.LeastMargin)));
    }

    [Test]
    public void Figures_Worst_AreThePeopleByTheLeastLikenessOfTwoOfTheirPhotos()
    {
        var own = Embeddings();
        var expected = own.Select((photos, person) => (Person: person + 1, Least: Pairs(photos).Min())).OrderBy(p => p.Least).ToList();
        Assert.That(_figures.Worst.Select(w => w.Person), Is.EqualTo(expected.Select(e => e.Person)));
        Assert.That(_figures.Worst.Select(w => w.Least), Is.EqualTo(expected.Select(e => e.Least)).Within(1e-5));
        Assert.That(_figures.Worst.Select(w => w.Photos), Has.All.EqualTo(PhotosEach));
    }

    [Test]
    public void Figures_Closest_AreThePairsOfDifferentPeopleMostAlike()
    {
        var own = Embeddings();
        var likest = (from a in Enumerable.Range(0, own.Length)
                      from b in Enumerable.Range(a + 1, own.Length - a - 1)
                      from x in own[a]
                      from y in own[b]
                      select (double)x.Similarity(y)).OrderDescending().Take(10).ToList();
        Assert.That(_figures.Closest.Select(c => c.Similarity), Is.EqualTo(likest).Within(1e-5));
        var first = _figures.Closest[0];
        Assert.That(first.Person, Is.Not.EqualTo(first.OtherPerson));
        Assert.That((double)own[first.Person - 1][first.Photo - 1].Similarity(own[first.OtherPerson - 1][first.OtherPhoto - 1]), Is.EqualTo(first.Similarity).Within(1e-5), "the numbers lead to the photos");
    }

    [Test]
    public void Figures_Rates_HaveThresholdsAndIntervals()
    {
        Assert.That(_figures.Rates.Select(r => r.FalseAcceptRate), Is.EqualTo(new[] { 1e-2, 1e-3, 1e-4 }));
        Assert.That(_figures.Rates.Select(r => r.IsResolved), Has.Some.False, "so few pairs tell nothing of one in ten thousand");
        Assert.That(_figures.Operating.Select(o => o.Threshold), Is.EqualTo(new[] { MatchThresholds.InPool, MatchThresholds.InSchool }));
        foreach (var estimate in _figures.Rates.SelectMany(r => new[] { r.Threshold, r.TrueAcceptRate })
            .Concat(_figures.Operating.SelectMany(o => new[] { o.FalseAcceptRate, o.TrueAcceptRate })).Append(_figures.EqualErrorRate))
        {
            Assert.That(estimate.Low, Is.LessThanOrEqualTo(estimate.Value).And.Not.NaN);
            Assert.That(estimate.High, Is.GreaterThanOrEqualTo(estimate.Value).And.Not.NaN);
        }

        Assert.That(_figures.Operating[0].FalseAcceptRate.High, Is.GreaterThan(0), "none seen is not never");
    }

    [Test]
    public void Text_SaysWhatThePageSays()
    {
        Assert.That(_text, Does.Contain("equal error rate").And.Contain("1 in 100").And.Contain("1 in 1,000").And.Contain("1 in 10,000, too few pairs to tell"));
        Assert.That(_text, Does.Contain("threshold").And.Contain("the same person accepted").And.Contain("left out: 2 NoFace").And.Contain("In brackets the 95 % interval"));
        Assert.That(_text, Does.Contain(FormattableString.Invariant($"hardest to recognise: person {_figures.Worst[0].Person} {_figures.Worst[0].Least:0.000}")));
        var closest = _figures.Closest[0];
        Assert.That(_text, Does.Contain(FormattableString.Invariant($"most alike: person {closest.Person} photo {closest.Photo} and person {closest.OtherPerson} photo {closest.OtherPhoto} {closest.Similarity:0.000}")));
    }

    [Test]
    public void Page_IsWholeAndFetchesNothing()
    {
        Assert.That(_page, Does.Contain("Different people who look most alike").And.Contain("People who are hardest to recognise").And.Contain("95 % interval").And.Contain("too few pairs to tell"));
        Assert.That(_page.Split("<svg").Length - 1, Is.EqualTo(2), "two plots");
        Assert.That(_page, Does.Contain(FormattableString.Invariant($"<td>{_figures.Worst[0].Least:0.000}</td>")).And.Contain(FormattableString.Invariant($"<td>{_figures.Closest[0].Similarity:0.000}</td>")));
        Assert.That(_page, Does.Not.Contain("<script").And.Not.Contain("src=").And.Not.Contain("url(http"));
    }

    [Test]
    public void Figures_OnePersonOrOnePhotoEach_AreNone()
    {
        using var trial = _room.GetRequiredService<MatchingTrials>().Start();
        trial.Add(0, 0, _people[0][0], CancellationToken.None);
        Assert.That(trial.Figures, Throws.InvalidOperationException);
        trial.Add(1, 0, _people[1][0], CancellationToken.None);
        Assert.That(trial.Figures, Throws.InvalidOperationException);
        trial.Add(1, 1, _people[1][1], CancellationToken.None);
        Assert.That(trial.Figures, Throws.Nothing);
    }

    private bool CanBeCompared(PixelImage photo)
    {
        var face = Largest(photo);
        return face is not null && FaceAlignment.Of(face.Keypoints) is { } alignment && MatchThresholds.CanBeJudged(face, alignment);
    }

    private FaceRegion? Largest(PixelImage photo) => _room.GetRequiredService<IFaceFinder>().Find(photo, CancellationToken.None).Faces.Where(f => !f.IsDoubtful).MaxBy(f => f.Box.Area);

    private FaceEmbedding[][] Embeddings() => [.. _people.Select(photos => photos.Select(Embed).ToArray())];

    private FaceEmbedding Embed(PixelImage photo)
    {
        using var pyramid = new PicturePyramid(photo);
        return FaceEmbedder.Embed(_room.GetRequiredService<FaceEmbedder>().Open()!, pyramid, FaceAlignment.Of(Largest(photo)!.Keypoints)!.Value).Embedding;
    }

    private static IEnumerable<double> Pairs(FaceEmbedding[] photos) =>
        from a in Enumerable.Range(0, photos.Length)
        from b in Enumerable.Range(a + 1, photos.Length - a - 1)
        select (double)photos[a].Similarity(photos[b]);
}
