using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.Json;
using MediaGuard.Vision.Models;
using MediaGuard.Vision.Models.Installing;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Vision.Tests.Models;

public sealed class ModelInstallerTests
{
    private static readonly byte[] Weights = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
    private readonly List<string> _lines = [];
    private DirectoryInfo _folder = null!;

    private string WeightsFolder => Path.Combine(_folder.FullName, "weights");

    [SetUp]
    public void SetUp()
    {
        _lines.Clear();
        _folder = Directory.CreateTempSubdirectory("mediaguard-install-");
    }

    [TearDown]
    public void TearDown() => _folder.Delete(recursive: true);

    [Test]
    public async Task Install_PackageHoldsTheFile_PutsItInPlace()
    {
        var fetcher = new FakeFetcher(_ => Weights);

        Assert.That(await InstallAsync(fetcher), Is.Empty);
        Assert.That(File.ReadAllBytes(Path.Combine(WeightsFolder, "m.onnx")), Is.EqualTo(Weights));
        Assert.That(Directory.GetFiles(WeightsFolder), Has.Length.EqualTo(1));
        Assert.That(_lines, Is.EqualTo(new[] { "m 0.0 MB from npm some-package@1.0.0: verified" }));
    }

    [Test]
    public async Task Install_AlreadyThere_FetchesNothing()
    {
        await InstallAsync(new FakeFetcher(_ => Weights));
        _lines.Clear();
        var second = new FakeFetcher(_ => throw new AssertionException("fetched"));

        Assert.That(await InstallAsync(second), Is.Empty);
        Assert.That(_lines, Is.EqualTo(new[] { "m 0.0 MB: present" }));
    }

    [Test]
    public async Task Install_Altered_PutsItRight()
    {
        Directory.CreateDirectory(WeightsFolder);
        File.WriteAllBytes(Path.Combine(WeightsFolder, "m.onnx"), new byte[Weights.Length]);

        Assert.That(await InstallAsync(new FakeFetcher(_ => Weights)), Is.Empty);
        Assert.That(File.ReadAllBytes(Path.Combine(WeightsFolder, "m.onnx")), Is.EqualTo(Weights));
    }

    [Test]
    public async Task Install_WrongDigest_RefusesAndLeavesNothing()
    {
        var other = (byte[])Weights.Clone();
        other[17] ^= 1;

        Assert.That(await InstallAsync(new FakeFetcher(_ => other)), Is.EqualTo(new[] { "m" }));
        Assert.That(Directory.GetFileSystemEntries(WeightsFolder), Is.Empty);
        Assert.That(_lines.Single(), Does.Contain("m from npm some-package@1.0.0").And.Contain("SHA-256"));
    }

    [Test]
    public async Task Install_FirstFetchFails_TriesOnceMore()
    {
        var fetcher = new FakeFetcher(attempt => attempt == 1 ? throw new ModelInstallException("stumbled", isWorthRetrying: true) : Weights);

        Assert.That(await InstallAsync(fetcher), Is.Empty);
        Assert.That(fetcher.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Install_FileInNamedFolder_IsPreferredToThePackage()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "whatever.bin"), Weights);

        Assert.That(await InstallAsync(new FakeFetcher(_ => throw new AssertionException("fetched")), o => o.From.Add(_folder.FullName)), Is.Empty);
        Assert.That(_lines.Single(), Does.EndWith("from a folder: verified"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task Install_NotInAnyPackageOrFolder_FailsOnlyWhenRequired(bool isRequired)
    {
        var failed = await InstallAsync(new FakeFetcher(_ => Weights), source: "file", isRequired: isRequired);

        Assert.That(failed, Has.Count.EqualTo(isRequired ? 1 : 0));
        Assert.That(_lines.Single(), Does.Contain("MEDIAGUARD_MODELS_FROM"));
    }

    [Test]
    public async Task Install_NpmMissing_SaysSo()
    {
        Assert.That(await InstallAsync(null, o => o.Npm = "/nowhere/npm"), Is.EqualTo(new[] { "m" }));
        Assert.That(_lines.Single(), Does.Contain("some-package@1.0.0").And.Contain("Node.js"));
    }

    [Test]
    [Platform("Linux")]
    public async Task Install_NpmFails_NamesThePackage()
    {
        Assert.That(await InstallAsync(null, o => o.Npm = "/bin/false"), Is.EqualTo(new[] { "m" }));
        Assert.That(_lines.Single(), Does.Contain("npm could not fetch some-package@1.0.0").And.Contain("reachable"));
    }

    [Test]
    [SupportedOSPlatform("linux")]
    [Platform("Linux")]
    public async Task Install_NpmHangs_IsStopped()
    {
        var npm = Path.Combine(_folder.FullName, "npm");
        File.WriteAllText(npm, "#!/bin/sh\nsleep 60\n");
        File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

        var failed = await InstallAsync(null, o => (o.Npm, o.FetchTimeout) = (npm, TimeSpan.FromMilliseconds(200)));

        Assert.That(failed, Is.EqualTo(new[] { "m" }));
        Assert.That(_lines.Single(), Does.Contain("did not bring"));
    }

    [TestCase("--registry=x")]
    [TestCase("../folder@1.0.0")]
    [TestCase("name")]
    public void Install_PackageIsNoNameAtVersion_IsRefused(string package)
    {
        Assert.That(async () => await InstallAsync(new FakeFetcher(_ => Weights), package: package), Throws.TypeOf<InvalidDataException>());
    }

    private async Task<IReadOnlyList<string>> InstallAsync(
        IPackageFetcher? fetcher, Action<ModelOptions>? more = null, string source = "npm", bool isRequired = true, string package = "some-package@1.0.0")
    {
        var model = new
        {
            name = "m",
            role = "detector",
            required = isRequired,
            source,
            package = source == "npm" ? package : null,
            path = source == "npm" ? "model/m.onnx" : null,
            file = "m.onnx",
            sha256 = Convert.ToHexStringLower(SHA256.HashData(Weights)),
            size = Weights.Length,
            licence = "MIT",
            origin = "https://example.org/m",
        };
        var manifest = Path.Combine(_folder.FullName, "manifest.json");
        File.WriteAllText(manifest, JsonSerializer.Serialize(new { models = new[] { model } }));
        await using var room = InstalledModels.Room(
            WeightsFolder,
            o =>
            {
                o.Manifest = manifest;
                more?.Invoke(o);
            },
            s =>
            {
                if (fetcher is not null)
                {
                    s.AddSingleton(fetcher);
                }
            });
        return await room.GetRequiredService<IModelInstaller>().InstallAsync(new InstalledModels.Lines(_lines.Add), CancellationToken.None);
    }

    private sealed class FakeFetcher(Func<int, byte[]> fetch) : IPackageFetcher
    {
        public int Attempts { get; private set; }

        public Task<byte[]> FetchAsync(string package, string path, long size, CancellationToken cancellationToken) => Task.FromResult(fetch(++Attempts));
    }
}
