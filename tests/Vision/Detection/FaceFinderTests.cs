using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Detection;

/// <summary>The finder with the required models, on real photos.</summary>
public sealed class FaceFinderTests
{
    private readonly DirectoryInfo _weights = InstalledModels.RequiredOnly();
    private readonly ServiceProvider _room;
    private readonly IFaceFinder _finder;

    public FaceFinderTests()
    {
        _room = InstalledModels.Room(_weights.FullName);
        _finder = _room.GetRequiredService<IFaceFinder>();
    }

    [OneTimeTearDown]
    public void TearDown()
    {
        _room.Dispose();
        _weights.Delete(recursive: true);
    }

    // Where each face is, in thousandths of the picture's width.
    [TestCase("sample1.jpg", 267, 244, 483, 278, 817, 178)]
    [TestCase("sample2.jpg", 228, 144, 502, 178, 802, 139)]
    [TestCase("sample3.jpg", 358, 239, 626, 194, 831, 220)]
    [TestCase("sample4.jpg", 180, 167, 391, 94, 559, 156, 700, 133)]
    [TestCase("sample5.jpg", 449, 111, 356, 278, 624, 178, 787, 272, 247, 522)]
    [TestCase("sample6.jpg", 189, 322, 396, 239, 663, 222, 828, 211)]
    public void Find_SamplePhoto_SeesEveryFaceAndLittleElse(string name, params int[] places)
    {
        var picture = TestPictures.Sample(name);
        var seen = Find(picture);

        var sure = seen.Faces.Where(f => !f.IsDoubtful).ToList();
        TestContext.Out.WriteLine($"{name}: {sure.Count} sure, {seen.Faces.Length - sure.Count} maybe");
        foreach (var place in places.Chunk(2))
        {
            var (x, y) = (place[0] * picture.Width / 1000, place[1] * picture.Width / 1000);
            Assert.That(sure.Count(f => f.Box.X < x && x < f.Box.Right && f.Box.Y < y && y < f.Box.Bottom), Is.EqualTo(1), $"at {x}, {y}");
        }

        Assert.That(sure, Has.Count.AtMost((places.Length / 2) + 1));
        Assert.That(seen.Faces, Has.Length.AtMost((places.Length / 2) + 4));
    }

    [Test]
    public void Find_EighteenChildren_SeesEighteen()
    {
        var faces = Find(TestPictures.Sample("childFaces.jpg")).Faces;

        Assert.That(faces, Has.Length.EqualTo(18));
        Assert.That(faces, Has.None.Matches((FaceRegion? f) => f!.IsDoubtful));
    }

    [Test]
    public void Find_SamplePhoto_NamesTheModelsThatLooked()
    {
        Assert.That(Find(TestPictures.Wall(320, 240)).Models, Is.EqualTo(new[] { "ultraface-rfb320@6c0256cc", "blazeface-back@427cbbe0" }));
    }

    [Test]
    public void Find_Face_GivesKeypointsInsideItsBox()
    {
        var faces = Find(TestPictures.Sample("childFaces.jpg")).Faces.Where(f => f.Confidence > 0.9).ToList();

        Assert.That(faces, Is.Not.Empty);
        foreach (var face in faces)
        {
            Assert.That(face.Keypoints, Has.Length.EqualTo(6));
            Assert.That(face.Keypoints.Take(4), Is.All.Matches<PixelPoint>(p => p.X > face.Box.X - 5 && p.X < face.Box.Right + 5 && p.Y > face.Box.Y - 5 && p.Y < face.Box.Bottom + 5));
            Assert.That(face.Keypoints[0].X, Is.LessThan(face.Keypoints[1].X), "the person's right eye is on the left of the picture");
            Assert.That(face.Keypoints[0].Y, Is.LessThan(face.Keypoints[3].Y), "eyes above the mouth");
            Assert.That(face.SeenBy, Is.EqualTo(new[] { "ultraface-rfb320", "blazeface-back" }));
        }
    }

    [TestCase(640, 480)]
    [TestCase(4032, 3024)]
    [TestCase(40, 30)]
    [TestCase(1, 1)]
    [TestCase(3000, 60)]
    public void Find_DrawnWall_SeesNobody(int width, int height)
    {
        Assert.That(Find(width < 100 ? new PixelImage(width, height, new byte[width * height * 3]) : TestPictures.Wall(width, height)).Faces, Is.Empty);
    }

    /// <summary>Noise is full of what might be a face: looking at all of it would hold a worker up, so it is held.</summary>
    [Test]
    public void Find_PureNoise_IsGivenUpAndHeld()
    {
        var rgb = new byte[800 * 600 * 3];
        new Random(7).NextBytes(rgb);

        Assert.That(Find(new PixelImage(800, 600, rgb)).Poor, Is.EqualTo(ReasonCode.DetectorFailed));
        Assert.That(Find(TestPictures.Sample("childFaces.jpg")).Poor, Is.Not.EqualTo(ReasonCode.DetectorFailed), "eighteen faces are no noise");
    }

    [Test]
    public void Find_FaceFillsTheFrame_SeesIt()
    {
        var whole = TestPictures.Sample("sample3.jpg");
        var box = Find(whole).Faces[0].Box;
        var close = TestPictures.Cut(whole, (int)box.X, (int)box.Y, (int)box.Width, (int)box.Height);

        var faces = Find(close).Faces;

        Assert.That(faces, Has.Some.Matches((FaceRegion? f) => f!.Box.Area > 0.4 * close.Width * close.Height));
    }

    [Test]
    public void Find_SmallFaceInLargePicture_SeesIt()
    {
        // 18 faces of 22 pixels in a picture of 1200.
        var small = TestPictures.Framed(TestPictures.Shrunk("childFaces.jpg", 220), 1200, 900);

        Assert.That(Find(small).Faces, Has.Length.AtLeast(17));
    }

    [TestCase("sample6.jpg", 0)]
    [TestCase("childFaces.jpg", 180)]
    public void Find_HalfOfAPicture_SeesWhatIsInTheWhole(string name, int shrunkTo)
    {
        var half = shrunkTo == 0 ? TestPictures.Sample(name) : TestPictures.Framed(TestPictures.Shrunk(name, shrunkTo), 1400, 1000);
        var whole = Doubled(half);
        var expected = Find(whole).Faces.Where(f => f.Confidence > 0.9).Select(f => f.Box).ToList();

        var found = _finder.Find(new LayeredPicture(whole.Width, whole.Height, half, () => whole), CancellationToken.None).Faces;

        Assert.That(expected, Has.Count.AtLeast(4));
        Assert.That(expected, Is.All.Matches<PixelBox>(box => found.Any(f => f.Box.IntersectionOverUnion(box) > 0.6)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    public void Find_TurnedPicture_PutsBoxesWhereTheFacesAre(int turns)
    {
        var upright = TestPictures.Shrunk("sample6.jpg", 960);
        var expected = Find(upright).Faces.Where(f => f.Confidence > 0.9).Select(f => f.Box).ToList();
        var turned = TestPictures.Turned(upright, turns);

        var found = Find(turned).Faces;

        // Turning the turned picture back makes it upright: a box there is looked for among what was found.
        Assert.That(expected, Has.Count.EqualTo(4));
        foreach (var box in expected)
        {
            var there = new QuarterTurn(4 - turns, turned.Width, turned.Height).Back(box);
            Assert.That(found, Has.Some.Matches((FaceRegion? f) => f!.Box.IntersectionOverUnion(there) > 0.3), "upside down the boxes sit less well");
        }
    }

    [Test]
    public void Find_SamePictureTwice_SeesTheSame()
    {
        var picture = TestPictures.Sample("sample4.jpg");

        var first = Text(Find(picture));
        var second = Text(Find(picture));

        Assert.That(second, Is.EqualTo(first));
    }

    [Test]
    public void Find_EightThreads_AllSeeTheSame()
    {
        var picture = TestPictures.Shrunk("sample5.jpg", 640);
        var alone = Text(Find(picture));
        var together = new string[8];

        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i => together[i] = Text(Find(picture)));

        Assert.That(together, Is.All.EqualTo(alone));
    }

    [Test]
    public void Find_Cancelled_Throws()
    {
        Assert.That(() => _finder.Find(TestPictures.Wall(640, 480), new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public void Find_YuNetInstalled_JoinsTheOthers()
    {
        var file = Path.Combine(TestPaths.Corpus, "models", "face_detection_yunet_2023mar.onnx");
        if (!File.Exists(file))
        {
            Assert.Ignore("YuNet's file is not here.");
        }

        var weights = InstalledModels.RequiredOnly();
        File.Copy(file, Path.Combine(weights.FullName, "yunet-2023mar.onnx"));
        using var room = InstalledModels.Room(weights.FullName);

        var seen = room.GetRequiredService<IFaceFinder>().Find(TestPictures.Sample("sample6.jpg"), CancellationToken.None);

        Assert.That(seen.Models, Has.Length.EqualTo(3));
        Assert.That(seen.Faces.Count(f => f.SeenBy.Contains("yunet-2023mar")), Is.EqualTo(4));
        weights.Delete(recursive: true);
    }

    private static PixelImage Doubled(PixelImage half)
    {
        var rgb = new byte[half.Rgb.Length * 4];
        for (var y = 0; y < half.Height * 2; y++)
        {
            for (var x = 0; x < half.Width * 2; x++)
            {
                half.Rgb.AsSpan(((y / 2 * half.Width) + (x / 2)) * 3, 3).CopyTo(rgb.AsSpan(((y * half.Width * 2) + x) * 3));
            }
        }

        return new PixelImage(half.Width * 2, half.Height * 2, rgb);
    }

    private FaceSighting Find(PixelImage picture) => _finder.Find(picture, CancellationToken.None);

    private static string Text(FaceSighting seen) => string.Join('\n', seen.Faces.Select(f => $"{f.Box} {f.Confidence} {f.IsDoubtful} {string.Join(' ', f.Keypoints)}"));
}
