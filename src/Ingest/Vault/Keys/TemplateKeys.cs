using System.Security.Cryptography;
using System.Text;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>Sealed: nonce (12), cipher text, tag (16). Whoever changes a person's key holds the school's head lock.</summary>
internal sealed class TemplateKeys(Keyring keyring) : ITemplateKeys
{
    /// <summary>Below the keyring.</summary>
    public const string Folder = "people";

    private const int NonceSize = 12;
    private const int TagSize = 16;

    public async Task<byte[]> SealAsync(SchoolId school, PersonId person, ReadOnlyMemory<byte> plain, CancellationToken cancellationToken)
    {
        Destroy(school, person);
        var key = RandomNumberGenerator.GetBytes(32);
        try
        {
            if (!await keyring.AddAsync(FileOf(school, person), UseOf(school, person), key, cancellationToken))
            {
                throw new CryptographicException("Another key of the person was made meanwhile.");
            }

            var bytes = new byte[NonceSize + plain.Length + TagSize];
            RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceSize));
            using var cipher = new AesGcm(key, TagSize);
            cipher.Encrypt(
                bytes.AsSpan(0, NonceSize), plain.Span, bytes.AsSpan(NonceSize, plain.Length), bytes.AsSpan(NonceSize + plain.Length), Encoding.UTF8.GetBytes(UseOf(school, person)));
            return bytes;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key);
        }
    }

    public async Task<byte[]?> OpenAsync(SchoolId school, PersonId person, ReadOnlyMemory<byte> sealedBytes, CancellationToken cancellationToken)
    {
        var file = await keyring.ReadAsync(FileOf(school, person), cancellationToken);
        if (file is null || WrappedKey.Decode(file) is not { } wrapped || sealedBytes.Length < NonceSize + TagSize)
        {
            return null;
        }

        byte[]? key = null;
        try
        {
            key = await keyring.UnwrapAsync(wrapped, UseOf(school, person), cancellationToken);
            var plain = new byte[sealedBytes.Length - NonceSize - TagSize];
            using var cipher = new AesGcm(key, TagSize);
            cipher.Decrypt(
                sealedBytes.Span[..NonceSize], sealedBytes.Span[NonceSize..^TagSize], sealedBytes.Span[^TagSize..], plain, Encoding.UTF8.GetBytes(UseOf(school, person)));
            return plain;
        }
        catch (CryptographicException)
        {
            return null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(key ?? []);
        }
    }

    public void Destroy(SchoolId school, PersonId person) => keyring.Destroy(FileOf(school, person));

    private static string FileOf(SchoolId school, PersonId person) => $"{Folder}/{school}/{person}.template";

    private static string UseOf(SchoolId school, PersonId person) => $"template v{WrappedKey.Version} {school} {person}";
}
