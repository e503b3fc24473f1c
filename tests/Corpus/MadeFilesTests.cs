using System.Text;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Corpus.Tests;

/// <summary>Everything exiftool can write, and what real cameras wrote, put into one drawn picture of each format: cleaned with nothing left, or refused with a true reason.</summary>
internal sealed class MadeFilesTests
{
    private const string Canary = "Zuzanna-Quillfeather";

    private static readonly string[] Tags =
    [
        "-GPSLatitude=51.5", "-GPSLatitudeRef=N", "-GPSLongitude=0.12", "-GPSLongitudeRef=W", "-GPSAltitude=31", $"-GPSAreaInformation={Canary} area", "-GPSDateStamp=2026:06:01",
        $"-EXIF:Artist={Canary} artist", $"-EXIF:ImageDescription={Canary} description", $"-EXIF:UserComment={Canary} comment", $"-XPTitle={Canary} xp", $"-XPKeywords={Canary} xpk",
        $"-EXIF:SerialNumber={Canary}77", $"-EXIF:OwnerName={Canary} owner", $"-EXIF:LensSerialNumber={Canary}78", $"-EXIF:ImageUniqueID={Canary}79",
        $"-XMP-dc:Title={Canary} title", $"-XMP-dc:Subject={Canary} subject", $"-XMP-dc:Creator={Canary} creator", $"-XMP-iptcExt:PersonInImage={Canary} person", $"-XMP-xmpMM:DocumentID={Canary} id",
        $"-XMP-photoshop:City={Canary} city", $"-XMP-crs:RawFileName={Canary} raw", $"-XMP-digiKam:TagsList=People/{Canary} tag", $"-XMP-lr:HierarchicalSubject=People|{Canary} lr",
        $"-XMP-mwg-rs:RegionInfo={{AppliedToDimensions={{W=96,H=64,Unit=pixel}},RegionList=[{{Area={{X=0.5,Y=0.5,W=0.2,H=0.2,Unit=normalized}},Name={Canary} region,Type=Face}}]}}",
        $"-XMP-MP:RegionInfoMP={{Regions=[{{PersonDisplayName={Canary} display}}]}}",
        $"-IPTC:Keywords={Canary} keyword", $"-IPTC:Caption-Abstract={Canary} caption", $"-IPTC:By-line={Canary} byline", $"-IPTC:City={Canary} city", $"-Photoshop:CopyrightFlag=1",
        $"-Comment={Canary} com", "-Make=Canary", "-Model=Bird 7", "-DateTimeOriginal=2026:06:01 09:15:00", "-OffsetTimeOriginal=+01:00",
    ];

    private ServiceProvider _services = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public void Open()
    {
        _services = new ServiceCollection().AddLogging().AddIngest().BuildServiceProvider();
        _folder = Directory.CreateTempSubdirectory("mediaguard-made-").FullName;
    }

    [OneTimeTearDown]
    public void Close()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Clean_EverythingExifToolWrites_LeavesNothing([Values("jpg", "png", "tif", "webp", "gif", "heic", "avif")] string kind)
    {
        var file = Drawn(kind);
        ExifWriter.Run(["-q", "-m", "-overwrite_original", .. Tags, file]);
        var original = File.ReadAllBytes(file);
        Assert.That(Holds(original), "the plant must be there");

        var cleaned = CleanInto($"{kind}-everything", original);

        Assert.That(Holds(cleaned.Jpeg.Span), Is.False);
        Assert.That(OnlyPixels.LeftoversIn(FilesIn($"{kind}-everything")), Is.Empty);
        var strings = await StringsOfAsync(file);
        Assert.That(OnlyPixels.Found(strings, original), Has.Count.GreaterThan(20), "the search finds what is there");
        Assert.That(OnlyPixels.Found(strings, cleaned.Jpeg.Span), Is.Empty);
        Assert.That(cleaned.Removed, Does.ContainKey(MetadataKinds.Xmp));
    }

    /// <summary>Maker notes, thumbnails and whole metadata blocks as real cameras wrote them, copied beside the planted strings.</summary>
    [Test]
    public async Task Clean_MetadataOfRealCameras_LeavesNothing()
    {
        var donors = CorpusFiles.In("metadata").Where(file => new FileInfo(file).Length < 20_000_000).ToArray();
        var (made, makers, thumbnails) = (0, 0, 0);
        var seen = new HashSet<string>();
        var files = donors.Select((_, at) => Drawn("jpg", $"donor-{at:D3}")).ToArray();

        // one run for all: exiftool takes longer to start than to write
        ExifWriter.Run([.. donors.SelectMany((donor, at) => (string[])
        [
            "-q", "-q", "-m", "-overwrite_original", "-TagsFromFile", donor, "-all:all", "-MakerNotes", "-ThumbnailImage", "-ICC_Profile", files[at], "-execute",
            "-q", "-q", "-m", "-overwrite_original", $"-XMP-dc:Title={Canary} title", $"-IPTC:Keywords={Canary} keyword", files[at], "-execute",
        ])]);
        var tags = await ExifTool.ReadAllAsync(files, CancellationToken.None);
        var planted = 0;
        foreach (var (file, strings) in files.Zip(tags.Select(OnlyPixels.StringsOf)))
        {
            var original = File.ReadAllBytes(file);
            planted += OnlyPixels.Found(strings, original).Count;
            var understood = _services.GetRequiredService<IMediaReader>().Read(new MemoryStream(original));
            var cleaned = CleanInto("cameras", original, $"{made++:D3}");
            makers += understood.KindsOfMetadata.Contains(MetadataKinds.MakerNotes) ? 1 : 0;
            thumbnails += understood.KindsOfMetadata.Contains(MetadataKinds.Thumbnail) ? 1 : 0;
            seen.UnionWith(understood.CameraMake is { } make ? [make] : []);
            Assert.That(Holds(cleaned.Jpeg.Span), Is.False);
            Assert.That(cleaned.Removed, Is.Not.Empty);
            Assert.That(OnlyPixels.Found(strings, cleaned.Jpeg.Span), Is.Empty);
        }

        Assert.That(planted, Is.GreaterThan(10 * made), "the search finds what is there");

        TestContext.Out.WriteLine($"{made} files from {donors.Length} donors of {seen.Count} makers: {makers} with maker notes, {thumbnails} with thumbnails");
        Assert.That(makers, Is.GreaterThan(10), "the corpus brings maker notes");
        Assert.That(OnlyPixels.LeftoversIn(FilesIn("cameras")), Is.Empty);
    }

    /// <summary>Gain maps, second pictures and trailers of real files are named; tiles are not taken for pictures.</summary>
    [Test]
    public void Read_RealPhonesFiles_NameWhatHangsOnThem()
    {
        var files = CorpusFiles.In("metadata", "heic");
        var kinds = files.ToDictionary(file => Path.GetFileName(file), file => KindsOf(File.ReadAllBytes(file)));
        foreach (var (file, found) in kinds.Where(pair => pair.Value.Length > 0 && (pair.Key.EndsWith(".heic", StringComparison.Ordinal) || pair.Key.StartsWith("ultra", StringComparison.Ordinal))))
        {
            TestContext.Out.WriteLine($"{file}: {string.Join(' ', found)}");
        }

        if (kinds.TryGetValue("ultra_hdr_01.jpg", out var ultra))
        {
            Assert.That(ultra, Is.SupersetOf([MetadataKinds.GainMap, MetadataKinds.ExtraPicture, MetadataKinds.Trailer]));
        }

        if (files.FirstOrDefault(file => Path.GetFileName(file) == "image1.heic") is { } grid)
        {
            var bytes = File.ReadAllBytes(grid);
            Assert.That(bytes.AsSpan().IndexOf("grid"u8), Is.Positive, "it is made of tiles");
            Assert.That(kinds["image1.heic"], Does.Not.Contain(MetadataKinds.ExtraPicture), "tiles are the picture");
        }
    }

    private string[] FilesIn(string folder) => Directory.GetFiles(Path.Combine(_folder, folder));

    private static async Task<IReadOnlySet<string>> StringsOfAsync(string file) =>
        OnlyPixels.StringsOf(await ExifTool.ReadAsync(file, CancellationToken.None));

    private string[] KindsOf(byte[] file)
    {
        try
        {
            return [.. _services.GetRequiredService<IMediaReader>().Read(new MemoryStream(file)).KindsOfMetadata];
        }
        catch (MediaException)
        {
            return [];
        }
    }

    private CleanedPicture CleanInto(string folder, byte[] original, string name = "cleaned")
    {
        var format = _services.GetRequiredService<IMediaReader>().Read(new MemoryStream(original)).Format;
        var cleaned = _services.GetRequiredService<IPictureCleaner>().Clean(new MemoryStream(original), format, CancellationToken.None);
        Directory.CreateDirectory(Path.Combine(_folder, folder));
        File.WriteAllBytes(Path.Combine(_folder, folder, name + ".jpg"), cleaned.Jpeg.ToArray());
        return cleaned;
    }

    private string Drawn(string kind, string name = "drawn")
    {
        using var black = Image.Black(96, 64, bands: 3);
        using var drawn = (black + new double[] { 90, 140, 60 }).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
        var path = Path.Combine(_folder, $"{name}.{kind}");
        if (kind is "heic" or "avif")
        {
            var source = Path.Combine(_folder, "source.png");
            File.WriteAllBytes(source, drawn.PngsaveBuffer());
            using var encoder = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("heif-enc", [.. kind == "avif" ? (string[])["-A"] : [], "-q", "90", source, "-o", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            encoder.WaitForExit();
            return path;
        }

        File.WriteAllBytes(path, kind switch
        {
            "png" => drawn.PngsaveBuffer(),
            "tif" => drawn.TiffsaveBuffer(),
            "webp" => drawn.WebpsaveBuffer(),
            "gif" => drawn.GifsaveBuffer(),
            _ => drawn.JpegsaveBuffer(q: 92),
        });
        return path;
    }

    private static bool Holds(ReadOnlySpan<byte> bytes) => bytes.IndexOf(Encoding.UTF8.GetBytes(Canary)) >= 0 || bytes.IndexOf(Encoding.Unicode.GetBytes(Canary)) >= 0;
}
