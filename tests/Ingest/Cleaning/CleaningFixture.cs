using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Ingest.Formats;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>The room's own registration, and a folder that goes when the fixture goes.</summary>
internal abstract class CleaningFixture
{
    private ServiceProvider _services = null!;
    private DrawnKinds _kinds = null!;

    protected IMediaReader Reader => _services.GetRequiredService<IMediaReader>();
    protected IPictureCleaner Cleaner => _services.GetRequiredService<IPictureCleaner>();
    protected IPixelDecoder Pixels => _services.GetRequiredService<IPixelDecoder>();
    protected DecoderPool Pool => _services.GetRequiredService<DecoderPool>();
    protected string Folder { get; private set; } = "";

    [OneTimeSetUp]
    public void Open()
    {
        _services = Services();
        Folder = Directory.CreateTempSubdirectory("mediaguard-test-").FullName;
        _kinds = new DrawnKinds(Folder);
    }

    [OneTimeTearDown]
    public void Close()
    {
        _services.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    protected static ServiceProvider Services(Action<CleaningOptions>? configure = null, Action<IsolationOptions>? configureIsolation = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddIngest();
        services.Configure<CleaningOptions>(options => configure?.Invoke(options));
        services.Configure<IsolationOptions>(options => configureIsolation?.Invoke(options));
        return services.BuildServiceProvider();
    }

    protected CleanedPicture Clean(byte[] file) => Clean(file, Reader.Read(new MemoryStream(file)).Format);

    protected CleanedPicture Clean(byte[] file, MediaFormat format) => Cleaner.Clean(new MemoryStream(file), format, CancellationToken.None);

    protected PixelImage CleanPixels(byte[] file) => Pixels.Decode(Clean(file).Jpeg);

    protected string Put(string name, byte[] bytes)
    {
        var path = Path.Combine(Folder, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The file's bytes after exiftool wrote <paramref name="tags"/> into it.</summary>
    protected byte[] WithTags(string name, byte[] bytes, params string[] tags)
    {
        var path = Put(name, bytes);
        Tool.ExifTool(["-q", "-m", "-overwrite_original", .. tags, path]);
        return File.ReadAllBytes(path);
    }

    /// <summary>320 x 240, as hard to code as a photo.</summary>
    protected byte[] Picture(string kind) => _kinds.Of(kind);

    protected static ReasonCode ReasonOf(Action action)
    {
        var thrown = Assert.Throws<MediaException>(() => action());
        return thrown!.Reason;
    }

    protected void AssertNothingButPixels(ReadOnlyMemory<byte> jpeg)
    {
        var path = Put($"judged-{Guid.CreateVersion7():N}.jpg", jpeg.ToArray());
        Assert.That(OnlyPixels.LeftoversIn(path), Is.Empty);
    }
}
