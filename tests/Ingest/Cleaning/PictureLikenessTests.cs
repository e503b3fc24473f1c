using MediaGuard.Ingest.Cleaning.Likeness;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using NetVips;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>Shots of one moment look alike, and no other photo does; measured on real photos of groups, and printed.</summary>
internal sealed class PictureLikenessTests : CleaningFixture
{
    private const double LeastShareAlike = 0.9;

    /// <summary>What differs between the pictures of one burst, and more: the hand moves, the crop, the light, the coding.</summary>
    private static readonly (string What, Func<Image, Image> Shot)[] Shots =
    [
        ("moved by 3 %", i => Part(i, 0.03, 0.03, 0.97)),
        ("moved by 5 %", i => Part(i, 0, 0.025, 0.95)),
        ("cropped to 90 %", i => Part(i, 0.05, 0.05, 0.9)),
        ("turned by 2 degrees", i => Part(i.Rotate(2), 0.04, 0.04, 0.92)),
        ("a third brighter", i => i.Linear([1.33], [0], uchar: true)),
        ("a third darker", i => i.Linear([0.67], [0], uchar: true)),
        ("halved", i => i.Resize(0.5)),
        ("coded again", i => Image.JpegloadBuffer(Drawing.Jpeg(i, 50))),
    ];

    [Test]
    public void Of_ShotsOfOneMoment_LookAlike()
    {
        var found = new List<bool>();
        foreach (var (what, shot) in Shots)
        {
            var distances = Photos().Select(photo => (Photo: Of(photo), Shot: Of(shot(photo)))).ToList();
            TestContext.Out.WriteLine($"{what}: {string.Join(' ', distances.Select(d => d.Photo.DistanceTo(d.Shot)))}");
            found.AddRange(distances.Select(d => d.Photo.LooksLike(d.Shot)));
        }

        Assert.That(found.Count(f => f), Is.GreaterThanOrEqualTo(found.Count * LeastShareAlike));
    }

    [Test]
    public void Of_DifferentPhotos_NoTwoLookAlike()
    {
        var hashes = Photos().Select(Of).ToList();
        var pairs = hashes.SelectMany((one, i) => hashes.Skip(i + 1).Select(other => one.DistanceTo(other))).Order().ToList();
        TestContext.Out.WriteLine($"nearest {string.Join(' ', pairs.Take(5))}");

        Assert.That(pairs, Has.Count.EqualTo(21));
        Assert.That(hashes.SelectMany((one, i) => hashes.Skip(i + 1).Select(one.LooksLike)), Has.None.True);
    }

    [Test]
    public void Of_FlatPicture_IsNone() => Assert.That(PictureLikeness.Of(Layered(Drawing.Solid(400, 300, 90, 140, 90))), Is.Null);

    [Test]
    public void Of_LargePicture_NeedsOnlyItsHalf()
    {
        var half = Photos().First();
        var picture = new LayeredPicture(half.Width * 2, half.Height * 2, Pixels(half), () => throw new InvalidOperationException("the whole is not needed"));

        Assert.That(PictureLikeness.Of(picture), Is.EqualTo(Of(half)));
    }

    private static IEnumerable<Image> Photos() => SamplePictures.Names.Select(name => Image.NewFromFile(SamplePictures.PathOf(name)));

    private static PerceptualHash Of(Image image) => PictureLikeness.Of(Layered(image))!.Value;

    private static LayeredPicture Layered(Image image) => new(Pixels(image));

    private static new PixelImage Pixels(Image image) => new(image.Width, image.Height, image.WriteToMemory<byte>());

    private static Image Part(Image image, double x, double y, double share) =>
        image.Crop((int)(image.Width * x), (int)(image.Height * y), (int)(image.Width * share), (int)(image.Height * share));
}
