using MediaGuard.Media;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using NetVips;

namespace MediaGuard.Vision.Tests.Detection;

public sealed class PictureQualityTests
{
    [Test]
    public void Of_GoodPhotoOfAnySize_IsNotPoor([Values("sample1.jpg", "sample6.jpg", "childFaces.jpg")] string name, [Values(320, 640, 960)] int longSide) =>
        Assert.That(Of(TestPictures.Shrunk(name, longSide)).Poor, Is.EqualTo(ReasonCode.None));

    [Test]
    public void Of_DarkPhoto_IsTooDark()
    {
        var photo = TestPictures.Shrunk("sample1.jpg", 960);
        Assert.That(Of(new PixelImage(photo.Width, photo.Height, [.. photo.Rgb.Select(v => (byte)(v / 9))])).Poor, Is.EqualTo(ReasonCode.PictureTooDark));
    }

    [Test]
    public void Of_TinyPhoto_IsTooSmall() => Assert.That(Of(TestPictures.Shrunk("sample1.jpg", 90)).Poor, Is.EqualTo(ReasonCode.PictureTooSmall));

    // Blurred alike as seen at one size, whatever the size.
    [Test]
    public void Of_BlurredPhoto_IsTooBlurred([Values("sample1.jpg", "sample6.jpg", "childFaces.jpg")] string name, [Values(640, 1280)] int longSide) =>
        Assert.That(Of(Blurred(TestPictures.Shrunk(name, longSide), longSide / 80.0)).Poor, Is.EqualTo(ReasonCode.PictureTooBlurred));

    [Test]
    public void Of_PhotoOfAMovedCamera_IsTooBlurred() =>
        Assert.That(Of(Moved(TestPictures.Shrunk("sample6.jpg", 640), 41)).Poor, Is.EqualTo(ReasonCode.PictureTooBlurred));

    [Test]
    public void Of_SharpFaceBeforeABlurredRoom_IsNotPoor()
    {
        var photo = TestPictures.Shrunk("sample6.jpg", 640);
        var room = Blurred(photo, 8);
        for (var y = photo.Height / 4; y < photo.Height / 2; y++)
        {
            var at = ((y * photo.Width) + (photo.Width / 2)) * 3;
            photo.Rgb.AsSpan(at, photo.Width).CopyTo(room.Rgb.AsSpan(at));
        }

        Assert.That(Of(room).Poor, Is.EqualTo(ReasonCode.None));
    }

    [TestCase(640, 480)]
    [TestCase(2000, 1500)]
    public void Of_DrawnWall_IsNotPoor(int width, int height) => Assert.That(Of(TestPictures.Wall(width, height)).Poor, Is.EqualTo(ReasonCode.None));

    [Test]
    public void Of_PlainSheet_IsNotPoor() =>
        Assert.That(Of(new PixelImage(400, 300, [.. Enumerable.Repeat((byte)200, 400 * 300 * 3)])).Poor, Is.EqualTo(ReasonCode.None), "there is nothing in it that could be blurred");

    [Test]
    public void Of_PaleStripes_IsNotPoor()
    {
        var stripes = new PixelImage(640, 480, [.. Enumerable.Range(0, 640 * 480 * 3).Select(i => (byte)(200 + (12 * (i / 3 % 640 / 80 % 2))))]);
        Assert.That(Of(stripes).Poor, Is.EqualTo(ReasonCode.None));
    }

    private static PictureQuality Of(PixelImage picture)
    {
        using var pyramid = new PicturePyramid(picture);
        var quality = PictureQuality.Of(pyramid);
        TestContext.Out.WriteLine(quality);
        return quality;
    }

    private static PixelImage Blurred(PixelImage picture, double sigma)
    {
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        using var blurred = image.Gaussblur(sigma);
        return new PixelImage(picture.Width, picture.Height, blurred.WriteToMemory<byte>());
    }

    // Every pixel the mean of so many to its right.
    private static PixelImage Moved(PixelImage picture, int pixels)
    {
        var rgb = new byte[picture.Rgb.Length];
        for (var i = 0; i < rgb.Length; i++)
        {
            var x = i / 3 % picture.Width;
            var sum = 0;
            for (var step = 0; step < pixels; step++)
            {
                sum += picture.Rgb[i + (3 * Math.Min(step, picture.Width - 1 - x))];
            }

            rgb[i] = (byte)(sum / pixels);
        }

        return new PixelImage(picture.Width, picture.Height, rgb);
    }
}
