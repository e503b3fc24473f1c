using MediaGuard.Ingest.Cleaning;
using MediaGuard.Media;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <remarks>Side by side on both cores: what they cost is the children that damage uses up.</remarks>
[Parallelizable(ParallelScope.Children)]
internal sealed class DamageTests : CleaningFixture
{
    private static readonly ReasonCode[] Refusals = [ReasonCode.Truncated, ReasonCode.Undecodable, ReasonCode.NotAPicture];

    [Test]
    public void Clean_CutAnywhere_IsRefused([Values("jpg", "progressive", "png", "interlaced", "webp", "gif", "tif", "heic", "avif")] string kind)
    {
        var whole = Picture(kind);
        Assert.That(Clean(whole).Width, Is.EqualTo(320), "the whole file must pass");
        for (var part = 0; part < 20; part++)
        {
            var cut = whole[..(whole.Length * part / 20)];
            Assert.That(Refusals, Does.Contain(ReasonOf(() => Clean(cut))), $"cut at {part}/20");
        }

        Assert.That(Refusals, Does.Contain(ReasonOf(() => Clean(whole[..^3]))), "the last bytes missing");
    }

    /// <remarks>A copy over SMB may set the length first: what has not come yet reads as zeros.</remarks>
    [Test]
    public void Clean_TailStillZeros_IsRefused([Values("jpg", "progressive", "png", "webp", "gif", "heic")] string kind)
    {
        var whole = Picture(kind);
        for (var part = 0; part < 20; part++)
        {
            var cut = whole.ToArray();
            cut.AsSpan(whole.Length * part / 20).Clear();
            Assert.That(Refusals, Does.Contain(ReasonOf(() => Clean(cut))), $"zeros from {part}/20");
        }
    }

    /// <remarks>The decoder notices only behind the last row, that data was left over: the rows came out all the same, wrong from the hole on.</remarks>
    [Test]
    public void Clean_HoleOfZerosInTheMiddle_IsRefused([Values("jpg", "progressive", "png", "gif", "heic")] string kind)
    {
        var whole = Picture(kind);
        for (var part = 4; part < 9; part++)
        {
            var holed = whole.ToArray();
            holed.AsSpan(whole.Length * part / 10, Math.Min(2000, whole.Length / 12)).Clear();
            Assert.That(Refusals, Does.Contain(ReasonOf(() => Clean(holed))), $"hole at {part}/10");
        }
    }

    [Test]
    public void Clean_PageOfZerosInLossyWebP_IsRefused()
    {
        using var textured = Drawing.Textured(1600, 1200);
        var whole = textured.WebpsaveBuffer();
        Assert.That(Clean(whole).Width, Is.EqualTo(1600), "the whole file must pass");
        for (var part = 4; part < 9; part++)
        {
            var holed = whole.ToArray();
            holed.AsSpan(whole.Length * part / 10, 4096).Clear();
            Assert.That(Refusals, Does.Contain(ReasonOf(() => Clean(holed))), $"hole at {part}/10");
        }
    }

    /// <remarks>One colour all over is coded in the longest zeros an encoder writes by right.</remarks>
    [Test]
    public void Clean_PictureOfOneColour_IsNotTakenForAHole([Values("jpg", "progressive", "webp", "heic", "optimised")] string kind, [Values(0, 128, 255)] int grey)
    {
        using var solid = Drawing.Solid(4000, 3000, grey, grey, grey);
        var file = kind switch
        {
            "webp" => solid.WebpsaveBuffer(),
            "heic" => Heic(solid),
            _ => solid.JpegsaveBuffer(q: 85, interlace: kind == "progressive", optimizeCoding: kind == "optimised"),
        };
        Assert.That(Clean(file).Width, Is.EqualTo(4000));
    }

    private byte[] Heic(Image image)
    {
        var name = Guid.CreateVersion7().ToString("N");
        var path = Path.Combine(Folder, name + ".heic");
        Tool.HeifEnc("-q", "50", "-p", "preset=ultrafast", Put(name + ".png", image.PngsaveBuffer(compression: 1)), "-o", path);
        return File.ReadAllBytes(path);
    }

    [Test]
    public void Clean_AnyDamage_IsAProvenPictureOrAReason([Values("jpg", "png", "webp", "gif", "tif", "heic", "avif")] string kind)
    {
        var whole = Picture(kind);
        var random = new Random(Seeded.Seed());
        for (var round = 0; round < 40; round++)
        {
            var damaged = whole.ToArray();
            for (var flip = 0; flip < 1 + (round % 8); flip++)
            {
                damaged[random.Next(Math.Min(damaged.Length, round % 2 == 0 ? 600 : int.MaxValue))] = (byte)random.Next(256);
            }

            try
            {
                var understood = Reader.Read(new MemoryStream(damaged));
                AssertProven(Clean(damaged, understood.Format));
            }
            catch (MediaException)
            {
                // A reason: the item is held, nothing came out.
            }
        }
    }

    [Test]
    public void Clean_MorePixelsThanAllowed_IsTooLarge([Values("jpg", "png", "webp", "gif", "tif", "heic")] string kind)
    {
        using var services = Services(options => options.LargestPicture = 320 * 200);
        using var cleaning = services.CreateScope();
        var cleaner = cleaning.ServiceProvider.GetRequiredService<IPictureCleaner>();
        var file = Picture(kind);
        var format = Reader.Read(new MemoryStream(file)).Format;

        Assert.That(ReasonOf(() => cleaner.Clean(new MemoryStream(file), format, CancellationToken.None)), Is.EqualTo(ReasonCode.TooLarge));
    }

    [Test]
    public void Clean_BombInAPngHeader_IsTooLarge()
    {
        var bomb = Picture("png");
        bomb.AsSpan(16, 8).Fill(0x7F);
        Assert.That(ReasonOf(() => Clean(bomb, MediaFormat.Png)), Is.EqualTo(ReasonCode.TooLarge));
    }

    [Test]
    public void Clean_FileLargerThanAllowed_IsTooLarge()
    {
        using var services = Services(options => options.LargestFile = 100);
        var file = Picture("jpg");
        Assert.That(
            ReasonOf(() => services.GetRequiredService<IPictureCleaner>().Clean(new MemoryStream(file), MediaFormat.Jpeg, CancellationToken.None)),
            Is.EqualTo(ReasonCode.TooLarge));
    }

    [Test]
    public void Clean_FormatThatIsNotTheContents_IsRefused() =>
        Assert.That(ReasonOf(() => Clean(Picture("png"), MediaFormat.Jpeg)), Is.EqualTo(ReasonCode.NotAPicture));

    [Test]
    public void Clean_Cancelled_Stops()
    {
        var file = Picture("jpg");
        Assert.That(() => Cleaner.Clean(new MemoryStream(file), MediaFormat.Jpeg, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
    }

    private void AssertProven(CleanedPicture picture)
    {
        var pixels = Pixels.Decode(picture.Jpeg);
        Assert.That((pixels.Width, pixels.Height), Is.EqualTo((picture.Width, picture.Height)));
    }
}
