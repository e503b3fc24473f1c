using System.Net.Security;
using System.Security.Cryptography;
using System.Text.Json;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Models;
using MediaGuard.Vision.Models.Installing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Vision.Tests.Models;

/// <summary>A model from a public address, asked of a real server.</summary>
public sealed class ModelAddressTests
{
    private static readonly byte[] Weights = [.. Enumerable.Range(0, 5000).Select(i => (byte)(i * 7))];
    private readonly List<string> _lines = [];
    private TempFolder _folder = null!;
    private TlsServer _server = null!;

    [SetUp]
    public void SetUp()
    {
        _lines.Clear();
        _folder = new TempFolder();
        _server = new TlsServer();
        _server.Answers("/m.onnx", Weights);
        _server.Answers("/altered", [.. Weights[..17], (byte)(Weights[17] ^ 1), .. Weights[18..]]);
        _server.Answers("/short", Weights[1..]);
        _server.AnswersEndlessly("/endless");
        _server.AnswersStatus("/moved", "302 Found\r\nLocation: /m.onnx");
        _server.AnswersStatus("/to-plain", "302 Found\r\nLocation: http://localhost/m.onnx");
    }

    [TearDown]
    public void TearDown()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    [TestCase("/m.onnx")]
    [TestCase("/moved")]
    public async Task Install_AddressGivesTheFile_PutsItInPlace(string path)
    {
        Assert.That(await InstallAsync(_server.At(path)), Is.Empty);
        Assert.That(File.ReadAllBytes(_folder.At("weights", "m.onnx")), Is.EqualTo(Weights));
        Assert.That(_lines, Is.EqualTo(new[] { "m 0.0 MB from localhost: verified" }));
    }

    [TestCase("/none", "answered 404")]
    [TestCase("/short", "fewer bytes")]
    [TestCase("/endless", "more bytes")]
    [TestCase("/to-plain", "answered 302")]
    public async Task Install_OptionalAndAnsweredOtherwise_IsOneLineAndNoError(string path, string says)
    {
        Assert.That(await InstallAsync(_server.At(path)), Is.Empty);
        Assert.That(_lines.Single(), Does.Contain("not installed (optional").And.Contain(says).And.Contain("MEDIAGUARD_MODELS_FROM"));
        Assert.That(Directory.GetFileSystemEntries(_folder.At("weights")), Is.Empty);
        Assert.That(_server.Sent, Is.LessThan(20_000_000), "an endless answer is not read to no end");
    }

    [Test]
    public async Task Install_OptionalAndUnreachable_IsOneLineAndNoError()
    {
        var nobody = new Uri($"https://localhost:{FreePort.Next()}/m.onnx");
        Assert.That(await InstallAsync(nobody), Is.Empty);
        Assert.That(_lines.Single(), Does.Contain("not installed (optional; localhost can't be reached from here; put the file from https://example.org/m in a folder"));
    }

    [Test]
    public async Task Install_CertificateNobodyVouchesFor_IsNotReached()
    {
        Assert.That(await InstallAsync(_server.At("/m.onnx"), isTrusted: (_, _, _, errors) => errors == SslPolicyErrors.None), Is.Empty);
        Assert.That(_lines.Single(), Does.Contain("can't be reached"));
        Assert.That(_server.Asked, Is.Empty);
    }

    [Test]
    public async Task Install_Silence_EndsInTime()
    {
        using var silent = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        silent.Start();
        var address = new Uri($"https://localhost:{((System.Net.IPEndPoint)silent.LocalEndpoint).Port}/m.onnx");
        Assert.That(await InstallAsync(address, more: o => o.FetchTimeout = TimeSpan.FromMilliseconds(200)), Is.Empty);
        Assert.That(_lines.Single(), Does.Contain("did not answer in time"));
    }

    [Test]
    public async Task Install_RequiredAndUnreachable_Fails()
    {
        Assert.That(await InstallAsync(_server.At("/none"), isRequired: true), Is.EqualTo(new[] { "m" }));
        Assert.That(_lines.Single(), Does.Contain("failed: localhost answered 404").And.Contain("MEDIAGUARD_MODELS_FROM"));
    }

    [Test]
    public async Task Install_WrongDigest_RefusesAndLeavesNothing()
    {
        Assert.That(await InstallAsync(_server.At("/altered")), Is.EqualTo(new[] { "m" }));
        Assert.That(_lines.Single(), Does.Contain("SHA-256"));
        Assert.That(Directory.GetFileSystemEntries(_folder.At("weights")), Is.Empty);
    }

    [Test]
    public async Task Install_AlteredHereAndUnreachable_IsNoSmallMatter()
    {
        Directory.CreateDirectory(_folder.At("weights"));
        await File.WriteAllBytesAsync(_folder.At("weights", "m.onnx"), [1, 2, 3]);
        Assert.That(await InstallAsync(_server.At("/none")), Is.EqualTo(new[] { "m" }));
        Assert.That(await InstallAsync(_server.At("/m.onnx")), Is.Empty, "and is put right from there");
        Assert.That(File.ReadAllBytes(_folder.At("weights", "m.onnx")), Is.EqualTo(Weights));
    }

    [Test]
    public async Task Install_FileInNamedFolder_AsksNobody()
    {
        await File.WriteAllBytesAsync(_folder.At("stick.bin"), Weights);
        Assert.That(await InstallAsync(_server.At("/m.onnx"), more: o => o.From.Add(_folder.FullName)), Is.Empty);
        Assert.That(_lines.Single(), Does.EndWith("from a folder: verified"));
        Assert.That(_server.Asked, Is.Empty);
    }

    [TestCase("http://localhost/m.onnx")]
    [TestCase("/m.onnx")]
    [TestCase("https://user:word@localhost/m.onnx")]
    [TestCase("file:///m.onnx")]
    public void Install_AddressIsNotPlainHttps_IsRefused(string address) =>
        Assert.That(async () => await InstallAsync(new Uri(address, UriKind.RelativeOrAbsolute)), Throws.TypeOf<InvalidDataException>());

    [Test]
    public void Manifest_OfThisRepository_TakesYuNetFromAnAddress()
    {
        using var room = InstalledModels.Room(InstalledModels.Folder);
        var model = room.GetRequiredService<ModelManifest>().Entry("yunet-2023mar");
        Assert.That((model.Source, model.IsRequired, model.Url?.Scheme), Is.EqualTo(("url", false, "https")));
    }

    private async Task<IReadOnlyList<string>> InstallAsync(
        Uri address, bool isRequired = false, Action<ModelOptions>? more = null, RemoteCertificateValidationCallback? isTrusted = null)
    {
        _lines.Clear();
        var model = new
        {
            name = "m",
            role = "detector",
            required = isRequired,
            source = "url",
            url = address.OriginalString,
            file = "m.onnx",
            sha256 = Convert.ToHexStringLower(SHA256.HashData(Weights)),
            size = Weights.Length,
            licence = "MIT",
            origin = "https://example.org/m",
        };
        var manifest = _folder.At("manifest.json");
        await File.WriteAllTextAsync(manifest, JsonSerializer.Serialize(new { models = new[] { model } }));
        await using var room = InstalledModels.Room(
            _folder.At("weights"),
            o =>
            {
                o.Manifest = manifest;
                more?.Invoke(o);
            },
            s => s.AddSingleton<IAddressFetcher>(p => new AddressFetcher(
                p.GetRequiredService<IOptions<ModelOptions>>(), TimeProvider.System, isTrusted ?? ((_, certificate, _, _) => _server.IsOwn(certificate)))));
        return await room.GetRequiredService<IModelInstaller>().InstallAsync(new InstalledModels.Lines(_lines.Add), CancellationToken.None);
    }
}
