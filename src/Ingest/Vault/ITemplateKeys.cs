using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault;

/// <summary>
/// One key a person in the keyring, outside the database and its backups: what is sealed under it is unreadable for good once the key is destroyed,
/// also in a restored database.
/// </summary>
public interface ITemplateKeys
{
    /// <summary>Destroys the person's key, makes a new one and seals <paramref name="plain"/> under it, bound to the school and the person (AES-256-GCM).</summary>
    Task<byte[]> SealAsync(SchoolId school, PersonId person, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken);

    /// <summary>The plain bytes, or null when the key was destroyed or the bytes are not what was sealed for this person. The caller clears them.</summary>
    Task<byte[]?> OpenAsync(SchoolId school, PersonId person, ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken);

    /// <summary>Destroys the person's key: overwritten, flushed, removed. Idempotent.</summary>
    void Destroy(SchoolId school, PersonId person);
}
