namespace MediaGuard.Ingest.Vault;

/// <summary>Signs what the audit log's heads say, with an ECDSA P-256 key kept in the keyring under the master key. Whoever can write the database cannot sign.</summary>
public interface IAuditSigner
{
    /// <summary>Signs with SHA-256; the signature is IEEE P1363, 64 bytes.</summary>
    Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken);

    /// <summary>The public key as PEM, to be kept wherever heads are kept.</summary>
    Task<string> PublicKeyAsync(CancellationToken cancellationToken);
}
