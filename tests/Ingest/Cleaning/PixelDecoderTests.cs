using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>A rendition's pixels, whole and at half size.</summary>
internal sealed class PixelDecoderTests : CleaningFixture
{
    [Test]
    public void Open_LargeRendition_IsHalfAtFirstAndWholeWhenAsked()
    {
        var jpeg = Drawing.Jpeg(Drawing.Quarters(3000, 2000));

        var picture = Pixels.Open(jpeg);

        Assert.That((picture.Width, picture.Height), Is.EqualTo((3000, 2000)));
        Assert.That((picture.Half!.Width, picture.Half.Height), Is.EqualTo((1500, 1000)));
        Assert.That(Drawing.At(picture.Half, 0.25, 0.25), Is.EqualTo(Drawing.At(picture.Whole, 0.25, 0.25)));
        Assert.That(picture.Whole.Rgb, Is.EqualTo(Pixels.Decode(jpeg).Rgb));
    }

    [TestCase(3001, 2000)]
    [TestCase(3000, 1999)]
    [TestCase(1200, 900)]
    public void Open_OddOrSmall_IsWholeOrRoundedUp(int width, int height)
    {
        var jpeg = Drawing.Jpeg(Drawing.Quarters(width, height));

        var picture = Pixels.Open(jpeg);

        Assert.That((picture.Width, picture.Height, picture.Whole.Width, picture.Whole.Height), Is.EqualTo((width, height, width, height)));
        Assert.That(picture.Half is null || (picture.Half.Width, picture.Half.Height) == ((width + 1) / 2, (height + 1) / 2));
    }

    [Test]
    public void Open_Damaged_IsUndecodable()
    {
        var jpeg = Drawing.Jpeg(Drawing.Textured(3000, 2000));

        Assert.That(() => Pixels.Open(jpeg.AsMemory(0, jpeg.Length / 2)), Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.Undecodable));
    }

    [Test]
    public void LayeredPicture_PartsOfOtherSizes_AreRefused()
    {
        var half = new PixelImage(4, 3, new byte[36]);

        Assert.That(() => new LayeredPicture(9, 6, half, () => half), Throws.ArgumentException);
        Assert.That(() => new LayeredPicture(8, 6, half, () => half).Whole, Throws.ArgumentException);
    }
}
