using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>Wraps with AES-256-GCM under a key derived from the master key. Wrapped: nonce (12), sealed key, tag (16).</summary>
/// <remarks>The master key is read for each use and zeroed after it, so it does not stay in memory.</remarks>
internal sealed class MasterKeyProvider(IMasterKeySource source) : IMasterKeyProvider
{
    private const int NonceSize = 12;
    private const int TagSize = 16;

    public Task<string> CurrentKeyIdAsync(CancellationToken cancellationToken) =>
        UseAsync((id, _) => id, cancellationToken);

    public Task<byte[]> WrapAsync(string keyId, ReadOnlyMemory<byte> key, ReadOnlyMemory<byte> associatedData, CancellationToken cancellationToken) =>
        UseAsync(
            (id, cipher) =>
            {
                Require(keyId, id);
                var wrapped = new byte[NonceSize + key.Length + TagSize];
                var nonce = wrapped.AsSpan(0, NonceSize);
                RandomNumberGenerator.Fill(nonce);
                cipher.Encrypt(nonce, key.Span, wrapped.AsSpan(NonceSize, key.Length), wrapped.AsSpan(NonceSize + key.Length), associatedData.Span);
                return wrapped;
            },
            cancellationToken);

    public Task<byte[]> UnwrapAsync(string keyId, ReadOnlyMemory<byte> wrapped, ReadOnlyMemory<byte> associatedData, CancellationToken cancellationToken) =>
        UseAsync(
            (id, cipher) =>
            {
                Require(keyId, id);
                if (wrapped.Length < NonceSize + TagSize)
                {
                    throw new CryptographicException("The wrapped key is too short.");
                }

                var bytes = wrapped.Span;
                var key = new byte[bytes.Length - NonceSize - TagSize];
                cipher.Decrypt(bytes[..NonceSize], bytes[NonceSize..^TagSize], bytes[^TagSize..], key, associatedData.Span);
                return key;
            },
            cancellationToken);

    private static void Require(string asked, string held)
    {
        if (!string.Equals(asked, held, StringComparison.Ordinal))
        {
            throw new CryptographicException("Another master key is needed.");
        }
    }

    private async Task<T> UseAsync<T>(Func<string, AesGcm, T> use, CancellationToken cancellationToken)
    {
        var master = await source.LoadAsync(cancellationToken);
        var wrapping = new byte[32];
        var name = new byte[8];
        try
        {
            HKDF.Expand(HashAlgorithmName.SHA256, master, wrapping, "mediaguard wrapping key v1"u8);
            HKDF.Expand(HashAlgorithmName.SHA256, master, name, "mediaguard master key id v1"u8);
            using var cipher = new AesGcm(wrapping, TagSize);
            return use(Convert.ToHexStringLower(name), cipher);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(master);
            CryptographicOperations.ZeroMemory(wrapping);
        }
    }
}
