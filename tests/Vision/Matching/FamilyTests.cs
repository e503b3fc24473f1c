using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Matching;

/// <summary>The families of the shared corpus: each person enrolled from one photo, looked for in the others and in the group photos.</summary>
public sealed partial class FamilyTests
{
    // Who is in the group photos, by the photos of the people alone.
    private static readonly Dictionary<string, string[]> Groups = new()
    {
        ["identification1.jpg"] = ["Family1-Dad", "Family1-Mom", "Family1-Son", "Family1-Daughter"],
        ["detection6.jpg"] = ["Family3-Lady", "Family3-Man"],
        ["test-image-person-group.jpg"] = ["Family2-Lady", "Family2-Man"],
        ["detection1.jpg"] = [],
        ["detection2.jpg"] = [],
        ["detection3.jpg"] = [],
        ["detection4.jpg"] = [],
        ["detection5.jpg"] = [],
    };

    [TestCase(true)]
    [TestCase(false)]
    public void Match_EachEnrolledFromOnePhoto_NamesNobodyWrongly(bool inPool)
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable("MEDIAGUARD_CORPUS") ?? "", "family");
        if (!Directory.Exists(folder))
        {
            Assert.Ignore("The corpus is not here: set MEDIAGUARD_CORPUS.");
        }

        using var room = InstalledModels.Room(InstalledModels.Folder);
        var photos = Directory.GetFiles(folder, "Family*.jpg").Order(StringComparer.Ordinal).GroupBy(f => Number().Replace(Path.GetFileNameWithoutExtension(f), "")).ToDictionary(g => g.Key, g => g.ToArray());
        var ids = photos.Keys.ToDictionary(name => name, _ => PersonId.New());
        var names = ids.ToDictionary(i => i.Value, i => i.Key);
        var enrolled = photos.Select(p => new EnrolledFace(ids[p.Key], Template(room, p.Value[0]), inPool)).ToList();

        var (found, asked, wrong, doubts, margin) = (0, 0, new List<string>(), 0, double.MaxValue);
        foreach (var (file, people) in photos.SelectMany(p => p.Value.Skip(1).Select(f => (f, new[] { p.Key }))).Concat(Groups.Select(g => (Path.Combine(folder, g.Key), g.Value))))
        {
            var picture = TestPictures.Load(file);
            var faces = room.GetRequiredService<IFaceFinder>().Find(picture, CancellationToken.None).Faces;
            var matches = room.GetRequiredService<IFaceMatcher>().Match(picture, faces, enrolled, CancellationToken.None).Faces;
            var named = matches.Where(m => m.Person is not null).Select(m => names[m.Person!.Value]).ToList();
            asked += people.Length;
            found += named.Intersect(people).Count();
            wrong.AddRange(named.Except(people).Select(n => $"{n} in {Path.GetFileName(file)}"));
            doubts += matches.Count(m => m.Answer == MatchAnswer.NotSure && !m.Face.IsDoubtful);
            foreach (var match in matches.Where(m => m.Person is not null))
            {
                margin = Math.Min(margin, Margin(room, picture, match, enrolled));
            }
        }

        TestContext.Out.WriteLine($"{(inPool ? "in the pool" : "in the school")}: {found} of {asked} named, {wrong.Count} wrongly, least margin {margin:0.000}, {doubts} sure faces not sure");
        Assert.That(wrong, Is.Empty);
        Assert.That(found, Is.GreaterThanOrEqualTo(asked * (inPool ? 0.8 : 0.6)));
    }

    private static double Margin(ServiceProvider room, PixelImage picture, FaceMatch match, List<EnrolledFace> enrolled)
    {
        using var pyramid = new PicturePyramid(picture);
        var face = FaceEmbedder.Embed(room.GetRequiredService<FaceEmbedder>().Open()!, pyramid, FaceAlignment.Of(match.Face.Keypoints)!.Value).Embedding;
        return enrolled.Single(e => e.Person == match.Person).Template.Similarity(face) - enrolled.Where(e => e.Person != match.Person).Max(e => e.Template.Similarity(face));
    }

    private static FaceEmbedding Template(ServiceProvider room, string file)
    {
        var judged = room.GetRequiredService<IReferencePhotos>().Judge([TestPictures.Load(file)], CancellationToken.None).Single();
        Assert.That(judged.Problems, Is.Empty, Path.GetFileName(file));
        return judged.Embedding!;
    }

    [GeneratedRegex("[0-9]+$")]
    private static partial Regex Number();
}
