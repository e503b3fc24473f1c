using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>The private scalar of P-256 is 32 bytes and is wrapped like any other key; the public point follows from it.</summary>
internal sealed class AuditSigner(Keyring keyring) : IAuditSigner
{
    public const string KeyFile = "audit-signing.key";
    private const string Use = "audit signing v1";

    public async Task<byte[]> SignAsync(ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        using var key = await LoadAsync(cancellationToken);
        return key.SignData(data.Span, HashAlgorithmName.SHA256);
    }

    public async Task<string> PublicKeyAsync(CancellationToken cancellationToken)
    {
        using var key = await LoadAsync(cancellationToken);
        return key.ExportSubjectPublicKeyInfoPem();
    }

    /// <summary>Of several processes that start at once one makes the key and all read that one.</summary>
    private async Task<ECDsa> LoadAsync(CancellationToken cancellationToken)
    {
        var bytes = await keyring.ReadAsync(KeyFile, cancellationToken);
        if (bytes is null)
        {
            using var fresh = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            var secret = fresh.ExportParameters(includePrivateParameters: true).D!;
            await keyring.AddAsync(KeyFile, Use, secret, cancellationToken);
            CryptographicOperations.ZeroMemory(secret);
            bytes = await keyring.ReadAsync(KeyFile, cancellationToken);
        }

        var wrapped = (bytes is null ? null : WrappedKey.Decode(bytes)) ?? throw new CryptographicException("The audit log's signing key is damaged.");
        var scalar = await keyring.UnwrapAsync(wrapped, Use, cancellationToken);
        try
        {
            return ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = scalar });
        }
        finally
        {
            CryptographicOperations.ZeroMemory(scalar);
        }
    }
}
