using System.Text.Json;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Vision;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Evaluation;
using MediaGuard.Vision.Models;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>A tiny labelled folder measured by a finder that takes every white patch for a face.</summary>
internal sealed class FaceEvaluationTests
{
    private const string Name = "Zuzanna-Quillfeather.bmp";
    private TempFolder _folder = null!;
    private ServiceProvider _services = null!;

    [SetUp]
    public void Make()
    {
        _folder = new TempFolder();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddIngest();
        services.AddSingleton<IFaceFinder, PatchFinder>();
        services.AddVision();
        services.Configure<ModelOptions>(o => (o.Manifest, o.Folder) = (Path.Combine(TestPaths.Root, "models", "manifest.json"), Path.Combine(TestPaths.Root, "models", "weights")));
        services.AddSingleton<FaceEvaluation>();
        _services = services.BuildServiceProvider();
        // two labels, of which the picture shows one
        File.WriteAllBytes(_folder.At(Name), Bitmap(96, 64, new PixelBox(10, 8, 30, 40)));
        File.WriteAllText(_folder.At("faces.json"), $$$"""{"{{{Name}}}": {"width": 96, "height": 64, "faces": [[10, 8, 30, 40], [60, 20, 22, 22]]}}""");
        File.WriteAllBytes(_folder.At("empty", "1.bmp"), Bitmap(96, 64, default));
        File.WriteAllBytes(_folder.At("empty", "2.bmp"), Bitmap(96, 64, new PixelBox(40, 30, 20, 20)));
        File.WriteAllText(_folder.At("empty", "3.bmp"), "no picture");
    }

    [TearDown]
    public void Close()
    {
        _services.Dispose();
        _folder.Dispose();
    }

    [Test]
    public void Run_TinyFolder_CountsFoundMissedAndFalse()
    {
        var report = Run(new FaceTrial(_folder.FullName) { Faceless = _folder.At("empty") });

        var json = JsonDocument.Parse(report.Json).RootElement;
        var every = json.GetProperty("recall").EnumerateArray().Last();
        Assert.That((every.GetProperty("any").GetProperty("found").GetInt32(), every.GetProperty("of").GetInt32()), Is.EqualTo((1, 2)));
        Assert.That((json.GetProperty("emptyPictures").GetInt32(), json.GetProperty("falseAny").GetDouble(), json.GetProperty("unread").GetInt32()), Is.EqualTo((2, 0.5, 1)));
        Assert.That(report.IsWhole, Is.False, "one file is no picture");
        Assert.That(report.Text + report.Json + report.Html, Does.Not.Contain("Zuzanna"));
    }

    [Test]
    public void Run_Hardships_FindsThePatchInEach()
    {
        var report = Run(new FaceTrial(_folder.FullName) { Kind = TrialKind.Hardships });

        var rows = JsonDocument.Parse(report.Json).RootElement.GetProperty("rows").EnumerateArray().ToList();
        Assert.That(rows, Has.Count.EqualTo(Enum.GetValues<Hardship>().Length));
        Assert.That(rows.Select(r => r.GetProperty("name").GetString()), Is.Unique);
        Assert.That(rows.Select(r => r.GetProperty("recall").EnumerateArray().Last().GetProperty("any").GetInt32()), Is.All.EqualTo(1));
        Assert.That(report.IsWhole);
        Assert.That(report.Html, Does.Contain("turned by 180 degrees"));
    }

    [TestCase('a', 1)]
    [TestCase('b', 0)]
    public void Run_Half_TakesEveryOtherPicture(char half, int pictures)
    {
        var json = JsonDocument.Parse(Run(new FaceTrial(_folder.FullName) { Half = half }).Json).RootElement;

        Assert.That((json.GetProperty("half").GetString(), json.GetProperty("pictures").GetInt32()), Is.EqualTo((half.ToString(), pictures)));
    }

    [Test]
    public void Run_UnknownModelLeftOut_SaysWhichThereAre() =>
        Assert.That(() => Run(new FaceTrial(_folder.FullName) { Without = ["nonsense"] }), Throws.InstanceOf<InvalidDataException>().With.Message.Contains("ultraface-rfb320"));

    [Test]
    public void Run_ModelsMissing_FailsWithThatReason()
    {
        var missing = new FaceEvaluation(
            Get<IMediaReader>(), Get<IPictureCleaner>(), Get<IPixelDecoder>(), new PatchFinder { Fails = true }, Get<FaceStrategies>());

        Assert.That(() => missing.Run(new FaceTrial(_folder.FullName), default), Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.ModelMissing));
    }

    private EvaluationReport Run(FaceTrial trial) => Get<FaceEvaluation>().Run(trial, default);

    private T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    // 24 bits, rows from the bottom: black with one white patch.
    private static byte[] Bitmap(int width, int height, PixelBox patch)
    {
        var stride = ((width * 3) + 3) / 4 * 4;
        var file = new byte[54 + (stride * height)];
        "BM"u8.CopyTo(file);
        foreach (var (at, value) in new[] { (2, file.Length), (10, 54), (14, 40), (18, width), (22, height), (26, 1 | (24 << 16)), (34, stride * height) })
        {
            BitConverter.TryWriteBytes(file.AsSpan(at), value);
        }

        for (var y = (int)patch.Y; y < patch.Bottom; y++)
        {
            file.AsSpan(54 + ((height - 1 - y) * stride) + ((int)patch.X * 3), (int)patch.Width * 3).Fill(255);
        }

        return file;
    }

    /// <summary>Takes the part of a picture that is lighter than the rest for a face.</summary>
    private sealed class PatchFinder : IFaceFinder
    {
        public bool Fails { get; init; }

        public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken)
        {
            if (Fails)
            {
                throw new MediaException(ReasonCode.ModelMissing);
            }

            var light = Enumerable.Range(0, picture.Width * picture.Height).Where(i => picture.Rgb[3 * i] > 70).Select(i => (X: i % picture.Width, Y: i / picture.Width)).ToList();
            if (light.Count == 0)
            {
                return new FaceSighting([], ["patch@1"]);
            }

            var (left, top) = (light.Min(p => p.X), light.Min(p => p.Y));
            var box = new PixelBox(left, top, light.Max(p => p.X) + 1 - left, light.Max(p => p.Y) + 1 - top);
            return new FaceSighting([new FaceRegion(box, 0.9, false, [], ["patch"])], ["patch@1"]);
        }
    }
}
