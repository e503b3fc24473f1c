using System.Buffers.Binary;
using System.Security.Cryptography;

namespace MediaGuard.Ingest.Vault.Sealing;

/// <summary>
/// AES-256-GCM over one object's segments. The nonce is the header's random prefix and the segment's number; the tag also covers the
/// whole header, the number and whether the segment is the last, so nothing can be cut, appended, reordered or exchanged unnoticed.
/// </summary>
/// <remarks>A key seals one object once. Nonces therefore repeat under no key (NIST SP 800-38D §8.2.1).</remarks>
internal sealed class SegmentCipher : IDisposable
{
    public const int TagSize = 16;
    private const int NonceSize = 12;

    private readonly AesGcm _cipher;
    private readonly byte[] _associated = new byte[SealedHeader.Length + 9];
    private readonly byte[] _nonce = new byte[NonceSize];

    public SegmentCipher(ReadOnlySpan<byte> key, SealedHeader header)
    {
        _cipher = new AesGcm(key, TagSize);
        header.Encode().CopyTo(_associated, 0);
        BinaryPrimitives.WriteUInt64BigEndian(_nonce, header.NoncePrefix);
    }

    /// <summary>Writes the sealed bytes and then the tag: <paramref name="plain"/>'s length and <see cref="TagSize"/> more.</summary>
    public void Seal(long index, bool last, ReadOnlySpan<byte> plain, Span<byte> sealedBytes)
    {
        Bind(index, last);
        _cipher.Encrypt(_nonce, plain, sealedBytes[..plain.Length], sealedBytes.Slice(plain.Length, TagSize), _associated);
    }

    /// <exception cref="AuthenticationTagMismatchException">Not what was sealed at this place.</exception>
    public void Unseal(long index, bool last, ReadOnlySpan<byte> sealedBytes, Span<byte> plain)
    {
        Bind(index, last);
        _cipher.Decrypt(_nonce, sealedBytes[..^TagSize], sealedBytes[^TagSize..], plain, _associated);
    }

    public void Dispose() => _cipher.Dispose();

    private void Bind(long index, bool last)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_nonce.AsSpan(8), checked((uint)index));
        BinaryPrimitives.WriteInt64BigEndian(_associated.AsSpan(SealedHeader.Length), index);
        _associated[^1] = last ? (byte)1 : (byte)0;
    }
}
