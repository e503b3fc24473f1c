using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Matching;

/// <summary>The families of the shared corpus: each person enrolled from one photo, looked for in the others and in the group photos. The figures stand in models/README.md.</summary>
[NonParallelizable]
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

    // Most files of this name are others' bytes again; those that are not show these people.
    private static readonly Dictionary<string, string> More = new() { ["child"] = "Family1-Daughter", ["man"] = "Family2-Man", ["woman"] = "Family2-Lady" };

    private ServiceProvider _room = null!;
    private string _folder = "";
    private Dictionary<string, List<string>> _photos = [];
    private Dictionary<string, FaceEmbedding> _templates = [];

    [OneTimeSetUp]
    public void Enrol()
    {
        _folder = Path.Combine(Environment.GetEnvironmentVariable("MEDIAGUARD_CORPUS") is { Length: > 0 } said ? said : TestPaths.Corpus, "family");
        if (!Directory.Exists(_folder))
        {
            Assert.Ignore("No corpus here: put real files beside the project in shared/corpus, or name the folder in MEDIAGUARD_CORPUS.");
        }

        _room = InstalledModels.Room(InstalledModels.Folder);
        var known = new HashSet<string>();
        _photos = Directory.GetFiles(_folder, "Family*.jpg").Order(StringComparer.Ordinal).Concat(Directory.GetFiles(_folder, "*-person-group.jpg").Order(StringComparer.Ordinal))
            .Where(file => Number().IsMatch(Path.GetFileNameWithoutExtension(file)) && known.Add(Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))))
            .GroupBy(file => Number().Replace(Path.GetFileNameWithoutExtension(file), "") is var name && More.TryGetValue(name, out var person) ? person : name)
            .ToDictionary(g => g.Key, g => g.ToList());
        _templates = _photos.ToDictionary(p => p.Key, p => Template(p.Value[0]));
    }

    [OneTimeTearDown]
    public void Close() => _room?.Dispose();

    [TestCase(true, 18, 0.12)]
    [TestCase(false, 16, 0.3)]
    public void Match_EachEnrolledFromOnePhoto_NamesNobodyWronglyAndMostRightly(bool inPool, int atLeast, double leastMargin)
    {
        var asked = _photos.SelectMany(p => p.Value.Skip(1).Select(file => (file, new[] { p.Key }))).Concat(Groups.Select(g => (Path.Combine(_folder, g.Key), g.Value))).ToList();
        var (found, wrong, notSure, margins) = (0, new List<string>(), 0, new List<double>());
        foreach (var (file, people) in asked)
        {
            var (named, doubts) = Look(file, _templates, inPool, margins);
            found += named.Intersect(people).Count();
            wrong.AddRange(named.Except(people).Select(name => $"{name} in {Path.GetFileName(file)}"));
            notSure += doubts;
        }

        margins.Sort();
        TestContext.Out.WriteLine(
            $"{(inPool ? "in the pool" : "in the school")}: {found} of {asked.Sum(a => a.Item2.Length)} named, {wrong.Count} wrongly, margins least {margins[0]:0.000} median {margins[margins.Count / 2]:0.000}, {notSure} sure faces not sure");
        Assert.That(wrong, Is.Empty);
        Assert.That(found, Is.GreaterThanOrEqualTo(atLeast));
        Assert.That(margins[0], Is.GreaterThanOrEqualTo(leastMargin));
        Assert.That(margins[margins.Count / 2], Is.GreaterThanOrEqualTo(0.4));
    }

    [TestCase("Family1")]
    [TestCase("Family2")]
    [TestCase("Family3")]
    public void Match_StrangersToTheEnrolled_NamesNobody(string family)
    {
        var enrolled = _templates.Where(t => !t.Key.StartsWith(family, StringComparison.Ordinal)).ToDictionary();
        var files = _photos.Where(p => !enrolled.ContainsKey(p.Key)).SelectMany(p => p.Value)
            .Concat(Groups.Where(g => g.Value.All(person => !enrolled.ContainsKey(person))).Select(g => Path.Combine(_folder, g.Key))).ToList();
        var faces = 0;
        foreach (var file in files)
        {
            var (named, _) = Look(file, enrolled, inPool: true, [], count => faces += count);
            Assert.That(named, Is.Empty, Path.GetFileName(file));
        }

        TestContext.Out.WriteLine($"{faces} faces of strangers in {files.Count} photos, {enrolled.Count} enrolled, none named");
        Assert.That(faces, Is.GreaterThan(files.Count / 2), "faces were compared");
    }

    private (List<string> Named, int NotSure) Look(string file, Dictionary<string, FaceEmbedding> templates, bool inPool, List<double> margins, Action<int>? compared = null)
    {
        var ids = templates.ToDictionary(t => PersonId.New(), t => t.Key);
        var enrolled = ids.Select(i => new EnrolledFace(i.Key, templates[i.Value], inPool)).ToList();
        var picture = TestPictures.Load(file);
        var faces = _room.GetRequiredService<IFaceFinder>().Find(picture, CancellationToken.None).Faces;
        var matches = _room.GetRequiredService<IFaceMatcher>().Match(picture, faces, enrolled, CancellationToken.None).Faces;
        compared?.Invoke(matches.Count(m => FaceAlignment.Of(m.Face.Keypoints) is { } alignment && MatchThresholds.CanBeJudged(m.Face, alignment)));
        margins.AddRange(matches.Where(m => m.Person is not null).Select(m => Margin(picture, m, enrolled)));
        return ([.. matches.Where(m => m.Person is not null).Select(m => ids[m.Person!.Value])], matches.Count(m => m.Answer == MatchAnswer.NotSure && !m.Face.IsDoubtful));
    }

    private double Margin(PixelImage picture, FaceMatch match, List<EnrolledFace> enrolled)
    {
        using var pyramid = new PicturePyramid(picture);
        var face = FaceEmbedder.Embed(_room.GetRequiredService<FaceEmbedder>().Open()!, pyramid, FaceAlignment.Of(match.Face.Keypoints)!.Value).Embedding;
        return enrolled.Single(e => e.Person == match.Person).Template.Similarity(face) - enrolled.Where(e => e.Person != match.Person).Max(e => e.Template.Similarity(face));
    }

    private FaceEmbedding Template(string file)
    {
        var judged = _room.GetRequiredService<IReferencePhotos>().Judge([TestPictures.Load(file)], CancellationToken.None).Single();
        Assert.That(judged.Problems, Is.Empty, Path.GetFileName(file));
        return judged.Embedding!;
    }

    [GeneratedRegex("[0-9]+(-person-group)?$")]
    private static partial Regex Number();
}
