using MediaGuard.Media;
using MediaGuard.Vision.Evaluation;

namespace MediaGuard.Vision.Tests.Evaluation;

/// <summary>A picture of 60 × 40 with a white patch that is labelled: whatever is done to it, the label lies on the patch.</summary>
public sealed class HardPictureTests
{
    private const int Width = 60;
    private const int Height = 40;
    private static readonly PixelBox Patch = new(5, 8, 12, 20);

    [TestCase(Hardship.None, Width, Height)]
    [TestCase(Hardship.Turned90, Height, Width)]
    [TestCase(Hardship.Turned180, Width, Height)]
    [TestCase(Hardship.Turned270, Height, Width)]
    [TestCase(Hardship.Mirrored, Width, Height)]
    public void Of_TurnedOrMirrored_KeepsTheLabelOnThePatch(Hardship hardship, int width, int height)
    {
        var hard = HardPicture.Of(Patched(), [Patch], hardship);

        Assert.That((hard.Picture.Width, hard.Picture.Height), Is.EqualTo((width, height)));
        Assert.That(White(hard.Picture), Is.EqualTo(hard.Faces.Single()));
    }

    [Test]
    public void Of_EveryTurn_PutsThePatchElsewhere() =>
        Assert.That(new[] { Hardship.None, Hardship.Turned90, Hardship.Turned180, Hardship.Turned270, Hardship.Mirrored }.Select(h => White(HardPicture.Of(Patched(), [Patch], h).Picture)), Is.Unique);

    [Test]
    public void Of_Darkened_HasAQuarterOfTheLight()
    {
        var hard = HardPicture.Of(Patched(), [Patch], Hardship.Darkened);

        // a quarter of full light is 137 in sRGB
        Assert.That(hard.Picture.Rgb.Distinct(), Is.EquivalentTo(new byte[] { 0, 137 }));
        Assert.That(hard.Faces.Single(), Is.EqualTo(Patch));
    }

    [Test]
    public void Of_Shrunk_MakesTheMedianFaceTwentyFour()
    {
        PixelBox[] faces = [new(0, 0, 48, 60), new(60, 0, 80, 48), new(200, 100, 96, 100)];

        var hard = HardPicture.Of(new PixelImage(400, 300, new byte[400 * 300 * 3]), [.. faces], Hardship.Shrunk);

        Assert.That((hard.Picture.Width, hard.Picture.Height), Is.EqualTo((200, 150)));
        Assert.That(hard.Faces, Is.EqualTo(faces.Select(f => new PixelBox(f.X / 2, f.Y / 2, f.Width / 2, f.Height / 2))));
    }

    [Test]
    public void Of_ShrunkWithSmallerFaces_IsNotEnlarged()
    {
        var picture = Patched();
        Assert.That(HardPicture.Of(picture, [Patch], Hardship.Shrunk).Picture, Is.SameAs(picture));
    }

    private static PixelImage Patched()
    {
        var rgb = new byte[Width * Height * 3];
        for (var y = (int)Patch.Y; y < Patch.Bottom; y++)
        {
            rgb.AsSpan(((y * Width) + (int)Patch.X) * 3, (int)Patch.Width * 3).Fill(255);
        }

        return new PixelImage(Width, Height, rgb);
    }

    private static PixelBox White(PixelImage picture)
    {
        var white = Enumerable.Range(0, picture.Width * picture.Height).Where(i => picture.Rgb[3 * i] == 255).Select(i => (X: i % picture.Width, Y: i / picture.Width)).ToList();
        var (left, top) = (white.Min(p => p.X), white.Min(p => p.Y));
        return new PixelBox(left, top, white.Max(p => p.X) + 1 - left, white.Max(p => p.Y) + 1 - top);
    }
}
