namespace MediaGuard.Ingest.Vault;

/// <summary>Wraps and unwraps object keys with the master key, which never leaves the provider: a file, the environment or a key vault.</summary>
public interface IMasterKeyProvider
{
    /// <summary>Which master key new object keys are wrapped with.</summary>
    Task<string> CurrentKeyIdAsync(CancellationToken cancellationToken);

    /// <summary>Wraps a 32-byte key, bound to <paramref name="associatedData"/>.</summary>
    Task<byte[]> WrapAsync(string keyId, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> associatedData, CancellationToken cancellationToken);

    /// <summary>Unwraps; throws <see cref="System.Security.Cryptography.CryptographicException"/> for another key, other data or damage.</summary>
    Task<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrapped, ReadOnlyMemory<byte> associatedData, CancellationToken cancellationToken);
}
