namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>Where the 32 bytes of the master key come from.</summary>
internal interface IMasterKeySource
{
    /// <summary>The key, the caller's to zero after use.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">There is no usable key. The message says why and holds nothing of it.</exception>
    Task<byte[]> LoadAsync(CancellationToken cancellationToken);
}
