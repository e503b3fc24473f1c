using MediaGuard.Ingest.Vault;
using MediaGuard.Ingest.Vault.Stores;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class EncryptedVaultCrashTests
{
    private VaultRig _rig = null!;

    [SetUp]
    public void MakeRig() => _rig = new VaultRig();

    [TearDown]
    public void RemoveRig() => _rig.Dispose();

    [TestCase("vault.key-written", 1)]
    [TestCase("vault.bytes-written", 2)]
    public async Task WriteAsync_KilledWhileReplacing_LeavesOldOrNewWhole(string point, byte expected)
    {
        var name = _rig.NewName();
        await VaultRig.WriteAsync(_rig.Vault, name, [1]);
        Assert.That(async () => await VaultRig.WriteAsync(_rig.Open(new FailAt(point)), name, [2]), Throws.InvalidOperationException);
        Assert.That(await VaultRig.ReadAsync(_rig.Open(), name), Is.EqualTo(new[] { expected }));
        await VaultRig.WriteAsync(_rig.Open(), name, [3]);
        Assert.That(await VaultRig.ReadAsync(_rig.Open(), name), Is.EqualTo(new byte[] { 3 }));
        Assert.That(_rig.KeyFiles(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_KilledAfterTheFirstKey_IsMissingAndListed()
    {
        var name = _rig.NewName();
        Assert.That(async () => await VaultRig.WriteAsync(_rig.Open(new FailAt("vault.key-written")), name, [2]), Throws.InvalidOperationException);
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.Missing));
        Assert.That(await _rig.Vault.HasKeyAsync(name, CancellationToken.None), Is.True);
        await _rig.Vault.DestroyAsync(name, CancellationToken.None);
        Assert.That(_rig.KeyFiles(), Is.Empty);
    }

    [Test]
    public async Task DestroyAsync_KilledAfterTheKey_IsUnreadableAndResumes()
    {
        var name = _rig.NewName();
        await VaultRig.WriteAsync(_rig.Vault, name, [1]);
        Assert.That(async () => await _rig.Open(new FailAt("vault.key-destroyed")).DestroyAsync(name, CancellationToken.None), Throws.InvalidOperationException);
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.KeyDestroyed));
        await _rig.Open().DestroyAsync(name, CancellationToken.None);
        Assert.That(File.Exists(_rig.PathOf(name)), Is.False);
    }

    [Test]
    public async Task WriteAsync_SourceBreaks_KeepsTheOldAndNoNewKey()
    {
        var name = _rig.NewName();
        await VaultRig.WriteAsync(_rig.Vault, name, [1]);
        Assert.That(async () => await _rig.Vault.WriteAsync(name, new BreakingStream(20000), CancellationToken.None), Throws.InstanceOf<EndOfStreamException>());
        Assert.That(await VaultRig.ReadAsync(_rig.Vault, name), Is.EqualTo(new byte[] { 1 }));
        Assert.That(_rig.KeyFiles(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task WriteAsync_DiskFull_KeepsTheOldReadable()
    {
        var below = Directory.CreateTempSubdirectory("mediaguard-disk-").FullName;
        await using (var small = await SmallDisk.MountAsync(below, "1m"))
        {
            var vault = _rig.Open(store: new FolderStore(Options.Create(new VaultOptions { StoreFolder = small.Path }), TimeProvider.System));
            var name = _rig.NewName();
            await VaultRig.WriteAsync(vault, name, [1]);
            Assert.That(
                async () => await VaultRig.WriteAsync(vault, name, new byte[2 << 20]),
                Throws.InstanceOf<MediaException>().With.Property(nameof(MediaException.Reason)).EqualTo(ReasonCode.StorageFull));
            Assert.That(await VaultRig.ReadAsync(vault, name), Is.EqualTo(new byte[] { 1 }));
            Assert.That(_rig.KeyFiles(), Has.Length.EqualTo(1));
        }

        Directory.Delete(below, recursive: true);
    }

    [Test]
    public async Task WriteAsync_ManyVaultsReplaceOneObjectWhileRead_EveryReadIsWhole()
    {
        var name = _rig.NewName();
        var versions = Enumerable.Range(0, 4).Select(seed => VaultRig.Bytes(20000, seed)).ToArray();
        await VaultRig.WriteAsync(_rig.Vault, name, versions[0]);
        var writers = versions.Select(bytes => Task.Run(async () =>
        {
            var vault = _rig.Open();
            for (var round = 0; round < 12; round++)
            {
                await VaultRig.WriteAsync(vault, name, bytes);
            }
        })).ToList();
        var all = Task.WhenAll(writers);
        do
        {
            var read = await ReadPatientlyAsync(name);
            Assert.That(versions.Any(version => version.AsSpan().SequenceEqual(read)), Is.True);
        }
        while (!all.IsCompleted);
        await all;
        var last = await VaultRig.ReadAsync(_rig.Open(), name);
        Assert.That(versions.Any(version => version.AsSpan().SequenceEqual(last)), Is.True);
        Assert.That(_rig.KeyFiles(), Has.Length.EqualTo(1));
    }

    /// <summary>A reader overtaken twice in one call is told the key is gone; that is true, and the next call reads.</summary>
    private async Task<byte[]> ReadPatientlyAsync(VaultObject name)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await VaultRig.ReadAsync(_rig.Vault, name);
            }
            catch (VaultException failure) when (failure.Failure == VaultFailure.KeyDestroyed && attempt < 5)
            {
            }
        }
    }
}
