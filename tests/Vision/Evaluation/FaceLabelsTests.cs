using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Tests.Evaluation;

public sealed class FaceLabelsTests
{
    private const string One = """{"b.jpg": {"width": 40, "height": 30, "faces": [[1, 2, 10, 12.5]]}, "a.jpg": {"width": 8, "height": 6, "faces": []}}""";

    private TempFolder _folder = null!;

    [SetUp]
    public void Make() => _folder = new TempFolder();

    [TearDown]
    public void Clean() => _folder.Dispose();

    [Test]
    public void Read_Labels_AreByNameWithTheirPictures()
    {
        Put("faces.json", One);
        Put("a.jpg", "");
        Directory.CreateDirectory(_folder.At("images"));
        Put("images/b.jpg", "");

        var pictures = FaceLabels.Read(_folder.FullName);

        Assert.That(pictures.Select(p => p.Path), Is.EqualTo(new[] { _folder.At("a.jpg"), _folder.At("images", "b.jpg") }));
        Assert.That(pictures[1].Faces, Is.EqualTo(new[] { new PixelBox(1, 2, 10, 12.5) }));
        Assert.That(pictures[1].FacesAt(80, 60), Is.EqualTo(new[] { new PixelBox(2, 4, 20, 25) }), "a rendition twice as large");
        Assert.That(pictures[1].ToString(), Does.Not.Contain("b.jpg"));
    }

    [Test]
    public void Read_LabelsOfAnotherFile_AreTaken()
    {
        Put("others.json", """{"a.jpg": {"width": 8, "height": 6, "faces": []}}""");
        Put("a.jpg", "");

        Assert.That(FaceLabels.Read(_folder.FullName, _folder.At("others.json")), Has.Length.EqualTo(1));
    }

    [TestCase("""{"a.jpg": 3}""")]
    [TestCase("""{"a.jpg": {"width": 8, "height": 6}}""")]
    [TestCase("""{"a.jpg": {"width": 8, "height": 6, "faces": [[1, 2, 3]]}}""")]
    [TestCase("""["a.jpg"]""")]
    [TestCase("faces")]
    public void Read_NotInTheForm_SaysTheForm(string labels)
    {
        Put("faces.json", labels);
        Put("a.jpg", "");

        Assert.That(() => FaceLabels.Read(_folder.FullName), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("width, height and faces"));
    }

    [TestCase("""{"a.jpg": {"width": 8, "height": 6, "faces": []}}""")]
    [TestCase("""{"../secret.jpg": {"width": 8, "height": 6, "faces": []}}""")]
    public void Read_PictureNotThere_SaysSoWithoutItsName(string labels)
    {
        Put("faces.json", labels);

        Assert.That(() => FaceLabels.Read(_folder.FullName), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("not in the folder").And.Message.Not.Contains(".jpg"));
    }

    [Test]
    public void Read_NoLabels_SaysSo() => Assert.That(() => FaceLabels.Read(_folder.FullName), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("no faces.json"));

    [Test]
    public void Faceless_FolderOrList_GivesEveryPicture()
    {
        Put("x.png", "");
        var list = _folder.At("list.txt");
        var folder = FaceLabels.Faceless(_folder.FullName);
        File.WriteAllLines(list, ["/pictures/2.jpg", "", "/pictures/1.jpg"]);

        Assert.That(folder.Select(p => p.Path), Is.EqualTo(new[] { _folder.At("x.png") }));
        Assert.That(FaceLabels.Faceless(list).Select(p => p.Path), Is.EqualTo(new[] { "/pictures/1.jpg", "/pictures/2.jpg" }));
    }

    private void Put(string name, string content) => File.WriteAllText(_folder.At(name), content);
}
