using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Uploads;

public sealed class UploadNameTests
{
    private static readonly UploadId Id = UploadId.New();

    [TestCase("IMG_0042.HEIC", "IMG_0042 ", ".heic")]
    [TestCase("../../Elm/x.jpg", "x ", ".jpg")]
    [TestCase("..\\..\\evil.jpg", "evil ", ".jpg")]
    [TestCase("/etc/passwd", "passwd ", "")]
    [TestCase(".mediaguard-upload-1.jpg", "mediaguard-upload-1 ", ".jpg")]
    [TestCase("~$hidden.png", "hidden ", ".png")]
    [TestCase("...", "photo ", "")]
    [TestCase("", "photo ", "")]
    [TestCase("Zoë's birthday.jpeg", "Zoë-s birthday ", ".jpeg")]
    [TestCase("a\0b\nc.png", "a-b-c ", ".png")]
    [TestCase("photo.jpg.part", "photo-jpg ", "")]
    public void For_AnyName_IsOneOrdinaryNameInOneFolder(string name, string begins, string ends)
    {
        var made = UploadName.For(name, Id);
        Assert.That(made, Does.StartWith(begins).And.EndsWith(ends).And.Match(@"^[\p{L}\p{N} _\-]+( [0-9]{16})(\.[a-z]+)?$"));
        Assert.That(ShareNames.IsOrdinary(made), Is.True);
        Assert.That(SharePath.Parse(made).Folders, Is.Empty);
    }

    [Test]
    public void For_TheSameNameTwice_DiffersAndIsTheSameAgain()
    {
        var once = UploadName.For("image.jpg", Id);
        Assert.That(UploadName.For("image.jpg", Id), Is.EqualTo(once));
        Assert.That(Enumerable.Range(0, 2000).Select(_ => UploadName.For("image.jpg", UploadId.New())).Distinct().Count(), Is.EqualTo(2000));
    }

    [Test]
    public void For_AVeryLongName_FitsEveryFileSystem() =>
        Assert.That(System.Text.Encoding.UTF8.GetByteCount(UploadName.For(string.Concat(Enumerable.Repeat("😀", 10)) + new string('漢', 500) + ".jpg", Id)), Is.LessThan(255));

    [TestCase("a.jpg", UploadRefusal.None)]
    [TestCase("a.HEIC", UploadRefusal.None)]
    [TestCase("a", UploadRefusal.None)]
    [TestCase("a.MOV", UploadRefusal.Clip)]
    [TestCase("a.jpg.mp4", UploadRefusal.Clip)]
    [TestCase("a.docx", UploadRefusal.NotAPicture)]
    [TestCase("a.svg", UploadRefusal.NotAPicture)]
    public void Judge_ByTheEnding_SaysWhatIsNotLookedAt(string name, UploadRefusal expected) => Assert.That(UploadName.Judge(name), Is.EqualTo(expected));
}
