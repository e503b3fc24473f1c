using CsCheck;
using MediaGuard.Ingest.Vault;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class EncryptedVaultTests
{
    private const int Header = 66;
    private const int Sealed = VaultRig.Segment + 16;

    private VaultRig _rig = null!;

    [SetUp]
    public void MakeRig() => _rig = new VaultRig();

    [TearDown]
    public void RemoveRig() => _rig.Dispose();

    [Test]
    public async Task WriteAsync_LengthsAroundSegmentEnds_RoundTrip() =>
        await Gen.Select(Gen.Int[0, 3], Gen.Int[-17, 17]).SampleAsync(
            async pair =>
            {
                var plain = VaultRig.Bytes(Math.Max(0, (pair.Item1 * VaultRig.Segment) + pair.Item2), pair.Item2);
                var name = _rig.NewName();
                var receipt = await VaultRig.WriteAsync(_rig.Vault, name, plain);
                Assert.That(receipt.Length, Is.EqualTo(plain.Length));
                Assert.That(receipt.Sha256.AsSpan().SequenceEqual(System.Security.Cryptography.SHA256.HashData(plain)), Is.True);
                Assert.That(await _rig.Vault.VerifyAsync(name, receipt, CancellationToken.None), Is.True);
                Assert.That(await VaultRig.ReadAsync(_rig.Vault, name), Is.EqualTo(plain));
            },
            iter: 120,
            threads: 1);

    [Test]
    public async Task OpenAsync_SeekAnywhere_GivesThoseBytes()
    {
        var plain = VaultRig.Bytes((3 * VaultRig.Segment) + 100, 1);
        var name = await WrittenAsync(plain);
        await using var stream = await _rig.Vault.OpenAsync(name, CancellationToken.None);
        Gen.Select(Gen.Int[0, plain.Length], Gen.Int[0, 9000]).Sample(
            pair =>
            {
                var (place, count) = pair;
                stream.Position = place;
                var read = new byte[count];
                var got = stream.ReadAtLeast(read, count, throwOnEndOfStream: false);
                return read.AsSpan(0, got).SequenceEqual(plain.AsSpan(place, Math.Min(count, plain.Length - place)));
            },
            iter: 300,
            threads: 1);
    }

    [Test]
    public async Task OpenAsync_AnyFlippedBit_NeverGivesWrongBytes()
    {
        var plain = VaultRig.Bytes((2 * VaultRig.Segment) + 5, 2);
        var name = await WrittenAsync(plain);
        var whole = await File.ReadAllBytesAsync(_rig.PathOf(name));
        await Gen.Select(Gen.OneOf(Gen.Int[0, Header + 20], Gen.Int[0, whole.Length - 1]), Gen.Int[0, 7]).SampleAsync(
            async pair =>
            {
                var altered = (byte[])whole.Clone();
                altered[pair.Item1] ^= (byte)(1 << pair.Item2);
                await File.WriteAllBytesAsync(_rig.PathOf(name), altered);
                Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.Not.Null);
                Assert.That(await GivenBeforeFailureAsync(name), Is.LessThanOrEqualTo(plain.Length).And.Matches<int>(count => count % VaultRig.Segment == 0));
            },
            iter: 300,
            threads: 1);
    }

    [Test]
    public async Task OpenAsync_AnyCut_Fails()
    {
        var name = await WrittenAsync(VaultRig.Bytes(3 * VaultRig.Segment, 3));
        var whole = await File.ReadAllBytesAsync(_rig.PathOf(name));
        int[] ends = [0, 1, Header - 1, Header, Header + 15, Header + 16, Header + Sealed, Header + (2 * Sealed), whole.Length - 16, whole.Length - 1];
        foreach (var end in ends)
        {
            await File.WriteAllBytesAsync(_rig.PathOf(name), whole[..end]);
            Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.Damaged), $"cut at {end}");
        }
    }

    [Test]
    public async Task OpenAsync_SegmentsSwappedRepeatedDroppedOrAppended_Fails()
    {
        var name = await WrittenAsync(VaultRig.Bytes(3 * VaultRig.Segment, 4));
        var whole = await File.ReadAllBytesAsync(_rig.PathOf(name));
        var head = whole[..Header];
        var parts = Enumerable.Range(0, 3).Select(i => whole[(Header + (i * Sealed))..(Header + ((i + 1) * Sealed))]).ToArray();
        byte[][] forgeries =
        [
            [.. head, .. parts[1], .. parts[0], .. parts[2]],
            [.. head, .. parts[0], .. parts[0], .. parts[2]],
            [.. head, .. parts[0], .. parts[2]],
            [.. head, .. parts[2]],
            [.. whole, .. parts[2]],
            [.. whole, 0],
            [.. whole, .. new byte[16]],
        ];
        foreach (var forgery in forgeries)
        {
            await File.WriteAllBytesAsync(_rig.PathOf(name), forgery);
            Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.Damaged));
        }
    }

    [Test]
    public async Task OpenAsync_ObjectsSwapped_Fails()
    {
        var a = await WrittenAsync([1]);
        var b = await WrittenAsync([2]);
        var stored = await File.ReadAllBytesAsync(_rig.PathOf(a));
        File.Copy(_rig.PathOf(b), _rig.PathOf(a), overwrite: true);
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, a), Is.EqualTo(VaultFailure.Damaged));

        // Also with the other's key under this one's name and the other's id written over in the header.
        stored.AsSpan(42, 16).Clear();
        b.Id.TryWriteBytes(stored.AsSpan(42), bigEndian: true, out _);
        await File.WriteAllBytesAsync(_rig.PathOf(b), stored);
        var keyId = new Guid(stored.AsSpan(10, 16), bigEndian: true).ToString("N");
        var folder = Path.GetDirectoryName(_rig.KeyFiles().Single(path => path.EndsWith(keyId, StringComparison.Ordinal)))!;
        var target = _rig.KeyFiles().Single(path => Path.GetFileName(path).StartsWith(b.Id.ToString("N"), StringComparison.Ordinal));
        File.Copy(Directory.GetFiles(folder, "*" + keyId).Single(), Path.Combine(Path.GetDirectoryName(target)!, $"{b.Id:N}.{keyId}"));
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, b), Is.EqualTo(VaultFailure.Damaged));
    }

    [Test]
    public async Task WriteAsync_SameBytesTwice_ShareNothing()
    {
        var name = await WrittenAsync(new byte[100]);
        var first = await File.ReadAllBytesAsync(_rig.PathOf(name));
        await VaultRig.WriteAsync(_rig.Vault, name, new byte[100]);
        var second = await File.ReadAllBytesAsync(_rig.PathOf(name));
        Assert.That(first[10..26], Is.Not.EqualTo(second[10..26]));
        Assert.That(first[Header..(Header + 16)], Is.Not.EqualTo(second[Header..(Header + 16)]));
        Assert.That(_rig.KeyFiles(), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task DestroyAsync_SavedCopyPutBack_StaysUnreadable()
    {
        var name = await WrittenAsync([1, 2, 3]);
        var saved = await File.ReadAllBytesAsync(_rig.PathOf(name));
        await _rig.Vault.DestroyAsync(name, CancellationToken.None);
        await _rig.Vault.DestroyAsync(name, CancellationToken.None);
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.Missing));
        Assert.That(await _rig.Vault.HasKeyAsync(name, CancellationToken.None), Is.False);
        await File.WriteAllBytesAsync(_rig.PathOf(name), saved);
        Assert.That(await VaultRig.FailureAsync(_rig.Open(), name), Is.EqualTo(VaultFailure.KeyDestroyed));
    }

    [Test]
    public async Task VerifyAsync_OtherDamagedOrMissing_IsFalse()
    {
        var name = _rig.NewName();
        var receipt = await VaultRig.WriteAsync(_rig.Vault, name, [1, 2, 3]);
        await VaultRig.WriteAsync(_rig.Vault, name, [1, 2, 4]);
        Assert.That(await _rig.Vault.VerifyAsync(name, receipt, CancellationToken.None), Is.False);
        await File.AppendAllTextAsync(_rig.PathOf(name), "x");
        Assert.That(await _rig.Vault.VerifyAsync(name, receipt, CancellationToken.None), Is.False);
        await _rig.Vault.DestroyAsync(name, CancellationToken.None);
        Assert.That(await _rig.Vault.VerifyAsync(name, receipt, CancellationToken.None), Is.False);
    }

    [Test]
    public async Task OpenAsync_OtherMasterKey_SaysSo()
    {
        var name = await WrittenAsync([1]);
        await File.WriteAllTextAsync(_rig.Options.MasterKeyFile, Convert.ToBase64String(VaultRig.Bytes(32, 9)));
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.WrongMasterKey));
        File.Delete(_rig.Options.MasterKeyFile);
        Assert.That(await VaultRig.FailureAsync(_rig.Vault, name), Is.EqualTo(VaultFailure.WrongMasterKey));
        Assert.That(File.Exists(_rig.Options.MasterKeyFile), Is.False, "a lost key is not made anew over keys it wrapped");
    }

    [Test]
    public async Task ListAsync_KeyOnlyBytesOnlyBoth_NamesEachOnce()
    {
        var both = await WrittenAsync([1]);
        var keyOnly = await WrittenAsync([2]);
        File.Delete(_rig.PathOf(keyOnly));
        var bytesOnly = VaultObject.Rendition(_rig.School, RenditionId.New());
        Directory.CreateDirectory(Path.GetDirectoryName(_rig.PathOf(bytesOnly))!);
        File.Copy(_rig.PathOf(both), _rig.PathOf(bytesOnly));
        var names = new List<VaultObject>();
        await foreach (var name in _rig.Vault.ListAsync(CancellationToken.None))
        {
            names.Add(name);
        }

        Assert.That(names, Is.EquivalentTo(new[] { both, keyOnly, bytesOnly }));
    }

    private async Task<VaultObject> WrittenAsync(byte[] plain)
    {
        var name = _rig.NewName();
        await VaultRig.WriteAsync(_rig.Vault, name, plain);
        return name;
    }

    private async Task<int> GivenBeforeFailureAsync(VaultObject name)
    {
        var given = 0;
        try
        {
            await using var stream = await _rig.Vault.OpenAsync(name, CancellationToken.None);
            var buffer = new byte[VaultRig.Segment];
            while (await stream.ReadAsync(buffer) is > 0 and var count)
            {
                given += count;
            }

            return -1;
        }
        catch (VaultException)
        {
            return given;
        }
    }
}
