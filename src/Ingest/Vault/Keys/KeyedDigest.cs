using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>HMAC-SHA-256 over the use's length, the use and the data, so no two uses ever share a digest.</summary>
internal sealed class KeyedDigest(Keyring keyring) : IKeyedDigest
{
    public const string KeyFile = "digest.key";
    private const string Use = "digest v1";

    public async Task<byte[]> ComputeAsync(string use, ReadOnlyMemory<byte> data, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(use);
        var key = await LoadAsync(cancellationToken);
        try
        {
            var name = Encoding.UTF8.GetBytes(use);
            var length = new byte[4];
            BinaryPrimitives.WriteInt32BigEndian(length, name.Length);
            using var digest = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
            digest.AppendData(length);
            digest.AppendData(name);
            digest.AppendData(data.Span);
            return digest.GetHashAndReset();
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    /// <summary>Of several processes that start at once one makes the key and all read that one.</summary>
    private async Task<byte[]> LoadAsync(CancellationToken cancellationToken)
    {
        var bytes = await keyring.ReadAsync(KeyFile, cancellationToken);
        if (bytes is null)
        {
            var fresh = RandomNumberGenerator.GetBytes(32);
            await keyring.AddAsync(KeyFile, Use, fresh, cancellationToken);
            CryptographicOperations.ZeroMemory(fresh);
            bytes = await keyring.ReadAsync(KeyFile, cancellationToken);
        }

        var wrapped = bytes is null ? null : WrappedKey.Decode(bytes);
        return wrapped is null
            ? throw new CryptographicException("The digest key is damaged.")
            : await keyring.UnwrapAsync(wrapped, Use, cancellationToken);
    }
}
