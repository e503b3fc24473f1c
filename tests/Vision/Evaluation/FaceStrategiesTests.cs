using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Evaluation;

public sealed class FaceStrategiesTests
{
    private readonly DirectoryInfo _weights = InstalledModels.RequiredOnly();
    private readonly ServiceProvider _room;
    private readonly FaceStrategies _strategies;

    public FaceStrategiesTests()
    {
        _room = InstalledModels.Room(_weights.FullName);
        _strategies = _room.GetRequiredService<FaceStrategies>();
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        _room.Dispose();
        _weights.Delete(recursive: true);
    }

    [Test]
    public void Without_Confirmer_LooksWithTheRestOnly() =>
        Assert.That(Find(_strategies.Without(["blazeface-back"])).Models, Is.EqualTo(new[] { "ultraface-rfb320@6c0256cc" }));

    [Test]
    public void Without_ModelThatIsNotInstalled_IsAsBefore() =>
        Assert.That(Text(Find(_strategies.Without(["yunet-2023mar"]))), Is.EqualTo(Text(Find(_room.GetRequiredService<IFaceFinder>()))));

    [TestCase("sface-2021dec", "looks for faces")]
    [TestCase("nonsense", "ultraface-rfb320, yunet-2023mar, blazeface-back")]
    [TestCase("ultraface-rfb320", "no model would be left")]
    public void Without_WhatCannotBeLeftOut_SaysWhy(string model, string message) =>
        Assert.That(() => _strategies.Without([model]), Throws.InstanceOf<InvalidDataException>().With.Message.Contains(message));

    [Test]
    public void Alone_InstalledDetectors_SeeByTheirScoreAlone()
    {
        var ways = _strategies.Alone();

        Assert.That(ways.Select(w => w.Name), Is.EqualTo(new[] { "ultraface-rfb320, coarse scales", "ultraface-rfb320, all scales" }));
        var faces = Find(ways[1].Finder).Faces;
        Assert.That(faces, Has.Length.AtLeast(18));
        Assert.That(faces, Has.All.Matches((FaceRegion? f) => f!.Confidence >= 0.3 && f.IsDoubtful == f.Confidence < 0.5 && f.SeenBy.Single() == "ultraface-rfb320"));
    }

    private static FaceSighting Find(IFaceFinder finder) => finder.Find(TestPictures.Shrunk("childFaces.jpg", 480), CancellationToken.None);

    private static string Text(FaceSighting sighting) => string.Join('\n', sighting.Faces.Select(f => $"{f.Box} {f.Confidence}"));
}
