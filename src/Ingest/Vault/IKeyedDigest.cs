namespace MediaGuard.Ingest.Vault;

/// <summary>HMAC-SHA-256 with a key of the keyring's own, for tombstones: a digest that says nothing to whoever lacks the key.</summary>
public interface IKeyedDigest
{
    Task<byte[]> ComputeAsync(string use, ReadOnlyMemory<byte> data, CancellationToken cancellationToken);
}
