using MediaGuard.Ingest.Vault.Keys;

namespace MediaGuard.Ingest.Tests.Vault;

internal sealed class KeyedDigestTests
{
    [Test]
    public async Task ComputeAsync_FirstUseInManyProcesses_AgreesAndStays()
    {
        using var rig = new VaultRig();
        var digests = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ComputeAsync(rig, "tombstone", [1, 2]))));
        Assert.That(digests, Has.All.EqualTo(digests[0]).And.All.Length.EqualTo(32));
    }

    [Test]
    public async Task ComputeAsync_OtherUseOrDataOrKeyring_Differs()
    {
        using var rig = new VaultRig();
        using var other = new VaultRig();
        byte[][] digests =
        [
            await ComputeAsync(rig, "a", [2]),
            await ComputeAsync(rig, "b", [2]),
            await ComputeAsync(rig, "a", [3]),
            await ComputeAsync(rig, "a\u0002", []),
            await ComputeAsync(other, "a", [2]),
        ];
        Assert.That(digests.Select(Convert.ToHexString), Is.Unique);
    }

    private static Task<byte[]> ComputeAsync(VaultRig rig, string use, byte[] data) =>
        new KeyedDigest(rig.OpenKeyring()).ComputeAsync(use, data, CancellationToken.None);
}
