using System.Diagnostics;
using System.Globalization;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Corpus.Tests;

/// <summary>One photo of four people, stored in every orientation as JPEG and as HEIC: cleaned and looked at, its faces lie where they lie in the upright picture.</summary>
/// <remarks>What was seen is drawn into <c>artifacts/orientations</c>, for looking at.</remarks>
internal sealed class OrientationTests
{
    private const double LeastOverlap = 0.7;
    private static readonly string Drawings = Path.Combine(TestPaths.Root, "artifacts", "orientations");
    private ServiceProvider _services = null!;
    private TempFolder _folder = null!;
    private Image _upright = null!;
    private List<PixelBox> _expected = null!;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        _folder = new TempFolder();
        _services = new ServiceCollection().AddLogging().AddIngest().AddVision().Configure<ModelOptions>(o =>
        {
            o.Manifest = Path.Combine(TestPaths.Root, "models", "manifest.json");
            o.Folder = Path.Combine(TestPaths.Root, "models", "weights");
        }).BuildServiceProvider();
        Assert.That(await _services.GetRequiredService<IModelInstaller>().InstallAsync(new Progress<string>(), default), Is.Empty);
        using var sample = Image.Thumbnail(SamplePictures.PathOf("sample6.jpg"), 960, height: 960);
        _upright = sample.CopyMemory();
        _expected = [.. See("upright", _upright.JpegsaveBuffer(q: 95)).Where(f => !f.IsDoubtful).Select(f => f.Box)];
        Assert.That(_expected, Has.Count.EqualTo(4));
    }

    [OneTimeTearDown]
    public void Close()
    {
        _upright?.Dispose();
        _services?.Dispose();
        _folder?.Dispose();
    }

    [Test]
    public void Find_JpegOfEveryOrientation_PutsBoxesWhereTheFacesAre([Range(1, 8)] int orientation)
    {
        using var stored = StoredFor(orientation);
        using var tagged = stored.Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));

        AssertSame($"jpeg-{orientation}", tagged.JpegsaveBuffer(q: 95));
    }

    /// <remarks>ISO 23008-12 §6.5.10, §6.5.12: the box turns the picture; what Exif says is the same, as a tablet writes it, and must not turn it again.</remarks>
    [Test]
    public void Find_HeicOfEveryTransform_PutsBoxesWhereTheFacesAre([Values(1, 2, 3, 6, 8)] int orientation)
    {
        using var stored = StoredFor(orientation);
        using var tagged = stored.Mutate(m => m.Set(GValue.GIntType, "orientation", orientation));
        var heic = Heic(tagged.JpegsaveBuffer(q: 95));
        if (orientation != 1)
        {
            PutTransform(heic, orientation);
        }

        AssertSame($"heic-{orientation}", heic);
    }

    private void AssertSame(string name, byte[] file)
    {
        var faces = See(name, file);

        Assert.That(faces.Count(f => !f.IsDoubtful), Is.EqualTo(_expected.Count));
        var overlaps = _expected.ConvertAll(box => faces.Max(f => f.Box.IntersectionOverUnion(box)));
        TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: least overlap {overlaps.Min():0.000}"));
        Assert.That(overlaps, Is.All.AtLeast(LeastOverlap));
    }

    private List<FaceRegion> See(string name, byte[] file)
    {
        var format = _services.GetRequiredService<IMediaReader>().Read(new MemoryStream(file)).Format;
        var cleaned = _services.GetRequiredService<IPictureCleaner>().Clean(new MemoryStream(file), format, default);
        var picture = _services.GetRequiredService<IPixelDecoder>().Decode(cleaned.Jpeg);
        var faces = _services.GetRequiredService<IFaceFinder>().Find(picture, default).Faces;
        Assert.That((picture.Width, picture.Height), Is.EqualTo((_upright.Width, _upright.Height)), "upright");
        Draw(name, picture, faces);
        return [.. faces];
    }

    // The expected boxes blue, the found ones green; orange is a maybe.
    private void Draw(string name, PixelImage picture, IEnumerable<FaceRegion> faces)
    {
        Directory.CreateDirectory(Drawings);
        using var image = Image.NewFromMemory(picture.Rgb, picture.Width, picture.Height, 3, Enums.BandFormat.Uchar);
        using var drawn = image.Mutate(m =>
        {
            foreach (var box in _expected ?? [])
            {
                Rectangle(m, box, [0, 0, 255]);
            }

            foreach (var face in faces)
            {
                Rectangle(m, face.Box, face.IsDoubtful ? [255, 160, 0] : [0, 200, 0]);
            }
        });
        drawn.Jpegsave(Path.Combine(Drawings, name + ".jpg"));
    }

    private static void Rectangle(MutableImage image, PixelBox box, double[] colour) => image.DrawRect(colour, (int)box.X, (int)box.Y, (int)box.Width, (int)box.Height);

    // Exif 3.0 §4.6.5: how the pixels lie so that the tag puts them upright.
    private Image StoredFor(int orientation) => orientation switch
    {
        2 => _upright.FlipHor(),
        3 => _upright.Rot180(),
        4 => _upright.FlipVer(),
        5 => _upright.Rot90().FlipHor(),
        6 => _upright.Rot270(),
        7 => _upright.Rot270().FlipHor(),
        8 => _upright.Rot90(),
        _ => _upright.Copy(),
    };

    private byte[] Heic(byte[] jpeg)
    {
        var (source, target) = (_folder.At("source.jpg"), _folder.At("made.heic"));
        File.WriteAllBytes(source, jpeg);
        try
        {
            using var encoder = Process.Start(new ProcessStartInfo("heif-enc", ["-q", "90", source, "-o", target]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            encoder.WaitForExit();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("heif-enc is missing: install the package libheif-examples.");
        }

        return File.ReadAllBytes(target);
    }

    /// <summary>Makes the file's <c>pixi</c> property an <c>irot</c> (quarter turns anticlockwise) or <c>imir</c> (1: left and right change places).</summary>
    private static void PutTransform(byte[] file, int orientation)
    {
        var at = file.AsSpan().IndexOf("pixi"u8);
        Assert.That(at, Is.Positive, "heif-enc writes a pixi property");
        (orientation == 2 ? "imir"u8 : "irot"u8).CopyTo(file.AsSpan(at));
        file[at + 4] = orientation switch { 2 => 1, 3 => 2, 6 => 3, _ => 1 };
    }
}
