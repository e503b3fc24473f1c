using System.Security.Cryptography;
using MediaGuard.Vision.Models.Installing;

namespace MediaGuard.Journey.Demo;

/// <summary>Fetches the sample pictures out of their packages, verifies each and keeps them in a cache folder.</summary>
internal sealed class SampleBox(IPackageFetcher packages, string cache)
{
    private const string FaceApi = "@vladmandic/face-api@1.7.15";
    private const string FaceFinder = "facefinder@1.0.2";

    private static readonly Sample[] All =
    [
        new(FaceApi, "demo/sample1.jpg", 144516, "8ecae4b267b2d3169e06e00c7dee97097aa2a94635d45216f7732a5f4943cb51"),
        new(FaceApi, "demo/sample2.jpg", 181758, "7d2b60ae6f13bf30f422e04df87451081a02c83de469056f25afb44b7000c691"),
        new(FaceApi, "demo/sample3.jpg", 221049, "8eb081c9efb14370fa94d9feab9e5fbeafd19a627491853a80c2bf67f7ffa936"),
        new(FaceApi, "demo/sample4.jpg", 210824, "729efa5923061d40eb4ed5f267a18cc7b8ba6f852bb2757b16d8b7e4937476fc"),
        new(FaceApi, "demo/sample5.jpg", 166400, "6d45095ebb182d8f975c0790e0e4eefd86fbb40609cf4b271776d92e12662938"),
        new(FaceApi, "demo/sample6.jpg", 302445, "9baad80f9d5e306fb9b8c0913d44445f1e95848df317530efb03d0934c57ba87"),
        new(FaceFinder, "test/fixtures/childFaces.jpg", 148022, "3a3e18d0f984eac08b68411dccd54d189db844738a27639198a4b86d277ae206"),
    ];

    /// <summary>The pictures by file name. One line per package that had to be fetched.</summary>
    /// <exception cref="SampleUnavailableException">A package can't be reached, or a picture is not the one expected.</exception>
    public async Task<IReadOnlyDictionary<string, byte[]>> FetchAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(cache);
        var pictures = new Dictionary<string, byte[]>();
        foreach (var package in All.GroupBy(s => s.Package))
        {
            var missing = package.Where(s => Read(s) is null).ToList();
            if (missing.Count > 0)
            {
                foreach (var sample in missing)
                {
                    await KeepAsync(sample, await FetchAsync(sample, cancellationToken), cancellationToken);
                }

                progress.Report($"samples: {missing.Count} pictures from npm {package.Key}: verified");
            }

            foreach (var sample in package)
            {
                pictures[sample.Name] = Read(sample) ?? throw new SampleUnavailableException($"the sample {sample.Name} could not be kept in the cache");
            }
        }

        return pictures;
    }

    private async Task<byte[]> FetchAsync(Sample sample, CancellationToken cancellationToken)
    {
        try
        {
            return await packages.FetchAsync(sample.Package, sample.Path, sample.Size, cancellationToken);
        }
        catch (ModelInstallException e)
        {
            throw new SampleUnavailableException($"the sample pictures: {e.Message}", e);
        }
    }

    private async Task KeepAsync(Sample sample, byte[] bytes, CancellationToken cancellationToken)
    {
        if (Convert.ToHexStringLower(SHA256.HashData(bytes)) != sample.Sha256)
        {
            throw new SampleUnavailableException($"{sample.Name} from {sample.Package} is not the picture expected; it was not used");
        }

        var part = Path.Combine(cache, sample.Name + ".part");
        await File.WriteAllBytesAsync(part, bytes, cancellationToken);
        File.Move(part, Path.Combine(cache, sample.Name), overwrite: true);
    }

    private byte[]? Read(Sample sample)
    {
        var file = Path.Combine(cache, sample.Name);
        if (!File.Exists(file))
        {
            return null;
        }

        var bytes = File.ReadAllBytes(file);
        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == sample.Sha256 ? bytes : null;
    }

    private sealed record Sample(string Package, string Path, long Size, string Sha256)
    {
        public string Name { get; } = System.IO.Path.GetFileName(Path);
    }
}
