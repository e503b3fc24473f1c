using System.Buffers.Text;
using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>A master key written as base64, with white space around it allowed.</summary>
internal static class MasterKeyText
{
    public const int KeySize = 32;

    /// <summary>Reads the key and zeroes the text it stood in.</summary>
    /// <exception cref="CryptographicException">Not base64 of 32 bytes.</exception>
    public static byte[] Decode(byte[] text)
    {
        var key = new byte[KeySize];
        Span<byte> room = stackalloc byte[Base64.GetMaxDecodedFromUtf8Length(Math.Min(text.Length, 1024)) + 3];
        try
        {
            var status = Base64.DecodeFromUtf8(text, room, out var consumed, out var written);
            if (status != System.Buffers.OperationStatus.Done || consumed != text.Length || written != KeySize)
            {
                throw new CryptographicException("The master key is not base64 of 32 bytes.");
            }

            room[..KeySize].CopyTo(key);
            return key;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(room);
            CryptographicOperations.ZeroMemory(text);
        }
    }

    /// <summary>A new random key as text.</summary>
    public static byte[] Fresh()
    {
        var key = RandomNumberGenerator.GetBytes(KeySize);
        var text = new byte[Base64.GetMaxEncodedToUtf8Length(KeySize)];
        Base64.EncodeToUtf8(key, text, out _, out _);
        CryptographicOperations.ZeroMemory(key);
        return text;
    }
}
