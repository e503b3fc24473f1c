using System.Security.Cryptography;
using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Keys;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class MasterKeyTests
{
    private VaultOptions _options = new();
    private string _root = "";

    [SetUp]
    public void MakeFolder()
    {
        _root = Directory.CreateTempSubdirectory("mediaguard-master-").FullName;
        _options = new VaultOptions { MasterKeyFile = Path.Combine(_root, "keys", "master.key"), KeyringFolder = Path.Combine(_root, "ring") };
    }

    [TearDown]
    public void RemoveFolder() => Directory.Delete(_root, recursive: true);

    [Test]
    public async Task CurrentKeyIdAsync_FirstStartInManyProcesses_MakesOneKeyForTheOwnerOnly()
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => FromFile().CurrentKeyIdAsync(CancellationToken.None))));
        Assert.That(ids.Distinct().Count(), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(Path.Combine(_root, "keys")), Has.Length.EqualTo(1), "no temporary stays");
        Assert.That(Convert.FromBase64String(await File.ReadAllTextAsync(_options.MasterKeyFile)), Has.Length.EqualTo(32));
        if (!OperatingSystem.IsWindows())
        {
            Assert.That(File.GetUnixFileMode(_options.MasterKeyFile), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite));
        }
    }

    [Test]
    public async Task CurrentKeyIdAsync_FileOpenToOthers_Refuses()
    {
        await FromFile().CurrentKeyIdAsync(CancellationToken.None);
        if (OperatingSystem.IsWindows())
        {
            Assert.Ignore("File modes are Unix'.");
        }
        else
        {
            File.SetUnixFileMode(_options.MasterKeyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
        }

        Assert.That(async () => await FromFile().CurrentKeyIdAsync(CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task UnwrapAsync_SameKeyAndData_GivesTheKeyBack()
    {
        var provider = FromFile();
        var id = await provider.CurrentKeyIdAsync(CancellationToken.None);
        var key = RandomNumberGenerator.GetBytes(32);
        var wrapped = await provider.WrapAsync(id, key, "a"u8.ToArray(), CancellationToken.None);
        Assert.That(await FromFile().UnwrapAsync(id, wrapped, "a"u8.ToArray(), CancellationToken.None), Is.EqualTo(key));
        Assert.That(async () => await provider.UnwrapAsync(id, wrapped, "b"u8.ToArray(), CancellationToken.None), Throws.InstanceOf<CryptographicException>());
        Assert.That(async () => await provider.UnwrapAsync("other", wrapped, "a"u8.ToArray(), CancellationToken.None), Throws.InstanceOf<CryptographicException>());
        Assert.That(async () => await provider.UnwrapAsync(id, wrapped.AsMemory(0, 20), "a"u8.ToArray(), CancellationToken.None), Throws.InstanceOf<CryptographicException>());
        wrapped[20] ^= 1;
        Assert.That(async () => await provider.UnwrapAsync(id, wrapped, "a"u8.ToArray(), CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [TestCase(null)]
    [TestCase("c2hvcnQ=")]
    [TestCase("not base64 at all")]
    public void CurrentKeyIdAsync_EnvironmentUnusable_Refuses(string? value)
    {
        _options.MasterKeyVariable = "MEDIAGUARD_TEST_KEY_" + TestContext.CurrentContext.Test.ID.Replace('-', '_');
        Environment.SetEnvironmentVariable(_options.MasterKeyVariable, value);
        Assert.That(async () => await FromEnvironment().CurrentKeyIdAsync(CancellationToken.None), Throws.InstanceOf<CryptographicException>());
    }

    [Test]
    public async Task CurrentKeyIdAsync_SameKeyInFileAndEnvironment_IsTheSame()
    {
        var id = await FromFile().CurrentKeyIdAsync(CancellationToken.None);
        _options.MasterKeyVariable = "MEDIAGUARD_TEST_KEY_SAME";
        Environment.SetEnvironmentVariable(_options.MasterKeyVariable, " " + await File.ReadAllTextAsync(_options.MasterKeyFile) + "\n");
        Assert.That(await FromEnvironment().CurrentKeyIdAsync(CancellationToken.None), Is.EqualTo(id));
    }

    private MasterKeyProvider FromFile() => new(new FileMasterKey(Options.Create(_options)));

    private MasterKeyProvider FromEnvironment() => new(new EnvironmentMasterKey(Options.Create(_options)));
}
