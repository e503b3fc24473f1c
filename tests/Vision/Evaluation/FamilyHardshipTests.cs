using System.Globalization;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Evaluation;

/// <summary>The families of the shared corpus, whose faces <c>models/family-faces.json</c> names: how many are still found in pictures made harder, with the required models.</summary>
public sealed class FamilyHardshipTests
{
    // A little under what was measured.
    [TestCase(Hardship.None, 1.0)]
    [TestCase(Hardship.Turned90, 0.9)]
    [TestCase(Hardship.Turned180, 0.9)]
    [TestCase(Hardship.Turned270, 0.9)]
    [TestCase(Hardship.Mirrored, 1.0)]
    [TestCase(Hardship.Darkened, 0.95)]
    [TestCase(Hardship.Shrunk, 0.95)]
    public void Find_FamilyPhotos_StillFindsMost(Hardship hardship, double floor)
    {
        var root = Environment.GetEnvironmentVariable("MEDIAGUARD_CORPUS") is { Length: > 0 } said ? said : TestPaths.Corpus;
        var folder = Path.Combine(root, "family");
        if (!Directory.Exists(folder))
        {
            Assert.Ignore("No corpus here: put real files beside the project in shared/corpus, or name the folder in MEDIAGUARD_CORPUS.");
        }

        var weights = InstalledModels.RequiredOnly();
        using var room = InstalledModels.Room(weights.FullName);
        var finder = room.GetRequiredService<IFaceFinder>();
        var tally = new FaceTally();
        foreach (var labelled in FaceLabels.Read(folder, Path.Combine(TestPaths.Root, "models", "family-faces.json")))
        {
            var picture = TestPictures.Load(labelled.Path);
            var hard = HardPicture.Of(picture, labelled.FacesAt(picture.Width, picture.Height), hardship);
            tally.Add(hard.Faces, finder.Find(hard.Picture, CancellationToken.None));
        }

        weights.Delete(recursive: true);
        var found = tally.Figures().Bands.Single(b => b is { Least: 0, Below: null }).Any;
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{hardship}: {found}"));
        Assert.That(found.Of, Is.GreaterThan(30), "the labels are there");
        Assert.That(found.Value, Is.AtLeast(floor));
    }
}
