using System.Globalization;
using MediaGuard.Ingest;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using NetVips;

namespace MediaGuard.Corpus.Tests;

internal sealed class CleaningCorpusTests
{
    private static readonly ReasonCode[] TrueReasons =
        [ReasonCode.NotAPicture, ReasonCode.FormatNotSupported, ReasonCode.Truncated, ReasonCode.Undecodable, ReasonCode.TooLarge];

    /// <summary>Between a picture cleaned once and the same cleaned twice, in dB.</summary>
    private const double TwiceFloor = 50;

    private ServiceProvider _services = null!;
    private string _folder = "";

    [OneTimeSetUp]
    public void Open()
    {
        _services = new ServiceCollection().AddLogging().AddIngest().BuildServiceProvider();
        _folder = Directory.CreateTempSubdirectory("mediaguard-corpus-").FullName;
    }

    [OneTimeTearDown]
    public void Close()
    {
        _services.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Clean_EveryRealFile_LeavesNothingOrGivesATrueReason()
    {
        var files = CorpusFiles.In("metadata", "heic", "live", "family");
        var reader = _services.GetRequiredService<IMediaReader>();
        var cleaner = _services.GetRequiredService<IPictureCleaner>();
        var refused = new List<(string File, ReasonCode Reason)>();
        var tags = await ExifTool.ReadAllAsync(files, CancellationToken.None);
        var (cleaned, planted) = (0, 0);
        foreach (var (file, strings) in files.Zip(tags.Select(OnlyPixels.StringsOf)))
        {
            using var stream = File.OpenRead(file);
            try
            {
                var understood = reader.Read(stream);
                var picture = cleaner.Clean(stream, understood.Format, CancellationToken.None);
                File.WriteAllBytes(Path.Combine(_folder, $"{cleaned++:D4}.jpg"), picture.Jpeg.ToArray());
                planted += OnlyPixels.Found(strings, File.ReadAllBytes(file)).Count;
                Assert.That(OnlyPixels.Found(strings, picture.Jpeg.Span), Is.Empty, Path.GetFileName(file));
                TestContext.Out.WriteLine($"{understood.Format,-5} {picture.Width,5} x {picture.Height,-5} {Path.GetFileName(file),-40} {string.Join(' ', picture.Removed.Select(pair => $"{pair.Key}:{pair.Value}"))}");
            }
            catch (MediaException held)
            {
                refused.Add((file, held.Reason));
                TestContext.Out.WriteLine($"{held.Reason} {Path.GetFileName(file)}");
            }
        }

        TestContext.Out.WriteLine($"{files.Length} files: {cleaned} cleaned, {refused.Count} refused; {planted} strings of their metadata found in them");
        Assert.That(planted, Is.GreaterThan(10 * cleaned), "the search finds what is there");
        Assert.That(OnlyPixels.LeftoversIn(Directory.GetFiles(_folder, "*.jpg")), Is.Empty);
        Assert.That(refused.Select(item => item.Reason), Is.SubsetOf(TrueReasons));
        Assert.That(refused.Where(item => item.Reason == ReasonCode.FormatNotSupported).Select(item => Path.GetExtension(item.File)), Has.All.EqualTo(".mov"));
        Assert.That(cleaned, Is.GreaterThan(files.Length * 9 / 10), "real files must pass");
    }

    [Test]
    public void Clean_EveryRealFile_LooksTheSame()
    {
        var files = CorpusFiles.In("metadata", "heic", "live", "family");
        var catalog = _services.GetRequiredService<FormatCatalog>();
        var decoder = _services.GetRequiredService<IPictureDecoder>();
        var measured = new List<(double Psnr, string File, double Ratio)>();
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            try
            {
                var (family, format) = catalog.FindDecodable(bytes);
                var encoded = decoder.Decode(bytes, format, CancellationToken.None);
                using var loaded = family.Load(bytes);
                using var upright = Orientation.Upright(loaded);
                using var opaque = SrgbConversion.LayOnWhite(upright);
                using var wanted = SrgbConversion.Convert(opaque);
                using var got = Image.JpegloadBuffer(encoded.Jpeg, access: Enums.Access.Sequential);
                measured.Add((Psnr(wanted, got), Path.GetFileName(file), (double)encoded.Jpeg.Length / bytes.Length));
            }
            catch (MediaException)
            {
                continue;
            }
        }

        measured.Sort();
        foreach (var (psnr, file, ratio) in measured.Take(15))
        {
            TestContext.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{psnr,6:F1} dB {ratio,5:F2} x the size  {file}"));
        }

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{measured.Count} pictures: worst {measured[0].Psnr:F1} dB, median {measured[measured.Count / 2].Psnr:F1} dB, {measured.Count(one => one.Psnr >= 40) * 100.0 / measured.Count:F1} % at 40 dB or more, median size {measured.Select(one => one.Ratio).Order().ElementAt(measured.Count / 2):F2} x the original's"));
        Assert.That(measured[0].Psnr, Is.GreaterThanOrEqualTo(36));
        Assert.That(measured.Count(one => one.Psnr >= 40), Is.GreaterThanOrEqualTo(measured.Count * 0.99));
    }

    /// <summary>A cleaned picture cleaned again: what is lost once more is far below what anybody sees.</summary>
    [Test]
    public void Clean_Twice_GivesTheSame()
    {
        var decoder = _services.GetRequiredService<IPictureDecoder>();
        var catalog = _services.GetRequiredService<FormatCatalog>();
        var measured = new List<(double Psnr, string File)>();
        foreach (var file in CorpusFiles.In("metadata", "heic", "live", "family"))
        {
            var bytes = File.ReadAllBytes(file);
            try
            {
                var once = decoder.Decode(bytes, catalog.FindDecodable(bytes).Format, CancellationToken.None);
                var twice = decoder.Decode(once.Jpeg, MediaFormat.Jpeg, CancellationToken.None);
                Assert.That((twice.Width, twice.Height), Is.EqualTo((once.Width, once.Height)), Path.GetFileName(file));
                using var wanted = Image.JpegloadBuffer(once.Jpeg, access: Enums.Access.Sequential);
                using var got = Image.JpegloadBuffer(twice.Jpeg, access: Enums.Access.Sequential);
                measured.Add((Psnr(wanted, got), Path.GetFileName(file)));
            }
            catch (MediaException)
            {
                continue;
            }
        }

        measured.Sort();
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{measured.Count} pictures once and twice: worst {measured[0].Psnr:F1} dB ({measured[0].File}), median {measured[measured.Count / 2].Psnr:F1} dB"));
        Assert.That(measured[0].Psnr, Is.GreaterThanOrEqualTo(TwiceFloor));
    }

    /// <summary>Over all bands, against 255.</summary>
    private static double Psnr(Image wanted, Image got)
    {
        using var difference = wanted.Subtract(got);
        using var squared = difference.Multiply(difference);
        var error = squared.Avg();
        return error == 0 ? 99 : 10 * Math.Log10(255 * 255 / error);
    }
}
