namespace MediaGuard.Ingest.Vault;

/// <summary>Encrypted custody of originals and renditions: a random key per object, AES-256-GCM in segments bound to object and position.</summary>
public interface IVault
{
    /// <summary>
    /// Encrypts <paramref name="plain"/> while hashing it and returns once key and bytes are on stable storage. Writing again replaces key and bytes.
    /// </summary>
    Task<VaultReceipt> WriteAsync(VaultObject name, Stream plain, CancellationToken cancellationToken);

    /// <summary>Re-reads the stored bytes, decrypts and compares with the receipt. False: missing, damaged or different.</summary>
    Task<bool> VerifyAsync(VaultObject name, VaultReceipt receipt, CancellationToken cancellationToken);

    /// <summary>Opens the plain bytes. Every segment is authenticated before any byte of it is returned; a cut or reordered file fails.</summary>
    /// <exception cref="VaultException">Missing, damaged, or its key was destroyed.</exception>
    Task<Stream> OpenAsync(VaultObject name, CancellationToken cancellationToken);

    /// <summary>Destroys the key, then removes the bytes. Afterwards the object is unreadable for good, also from a copy of the store. Idempotent.</summary>
    Task DestroyAsync(VaultObject name, CancellationToken cancellationToken);

    /// <summary>Whether a key for the object exists.</summary>
    Task<bool> HasKeyAsync(VaultObject name, CancellationToken cancellationToken);

    /// <summary>Every object with a key or with bytes, for the search for orphans.</summary>
    IAsyncEnumerable<VaultObject> ListAsync(CancellationToken cancellationToken);
}
