using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;

namespace MediaGuard.Vision.Tests.Detection;

public sealed class PictureQualityTests
{
    [TestCase("sample1.jpg")]
    [TestCase("childFaces.jpg")]
    public void Of_GoodPhoto_IsNotPoor(string name) => Assert.That(Of(TestPictures.Shrunk(name, 960)).IsPoor, Is.False);

    [Test]
    public void Of_DarkPhoto_IsPoor()
    {
        var photo = TestPictures.Shrunk("sample1.jpg", 960);
        Assert.That(Of(new PixelImage(photo.Width, photo.Height, [.. photo.Rgb.Select(v => (byte)(v / 9))])).IsPoor, Is.True);
    }

    [Test]
    public void Of_TinyPhoto_IsPoor() => Assert.That(Of(TestPictures.Shrunk("sample1.jpg", 90)).IsPoor, Is.True);

    private static PictureQuality Of(PixelImage picture)
    {
        using var pyramid = new PicturePyramid(picture);
        return PictureQuality.Of(pyramid);
    }
}
