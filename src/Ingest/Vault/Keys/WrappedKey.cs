using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace MediaGuard.Ingest.Vault.Keys;

/// <summary>
/// A key file's content: magic <c>MGVK</c>, format version, the master key id (length, ASCII), the wrapped key (length of 2, bytes), and a
/// SHA-256 of all that, which tells damage from another master key.
/// </summary>
internal sealed record WrappedKey(string MasterKeyId, byte[] Wrapped)
{
    public const byte Version = 1;

    private static ReadOnlySpan<byte> Magic => "MGVK"u8;

    public byte[] Encode()
    {
        var id = Encoding.ASCII.GetBytes(MasterKeyId);
        var body = new byte[8 + id.Length + Wrapped.Length];
        Magic.CopyTo(body);
        body[4] = Version;
        body[5] = checked((byte)id.Length);
        id.CopyTo(body, 6);
        BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(6 + id.Length), checked((ushort)Wrapped.Length));
        Wrapped.CopyTo(body, 8 + id.Length);
        return [.. body, .. SHA256.HashData(body)];
    }

    /// <summary>Null when the bytes are damaged or half destroyed.</summary>
    /// <exception cref="NotSupportedException">A later version wrote it.</exception>
    public static WrappedKey? Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 8 + SHA256.HashSizeInBytes || !bytes.StartsWith(Magic))
        {
            return null;
        }

        var body = bytes[..^SHA256.HashSizeInBytes];
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(bytes[^SHA256.HashSizeInBytes..]))
        {
            return null;
        }

        if (body[4] != Version)
        {
            throw new NotSupportedException("The key file is of a later version.");
        }

        var idLength = body[5];
        return body.Length >= 8 + idLength && body.Length == 8 + idLength + BinaryPrimitives.ReadUInt16BigEndian(body[(6 + idLength)..])
            ? new WrappedKey(Encoding.ASCII.GetString(body.Slice(6, idLength)), body[(8 + idLength)..].ToArray())
            : null;
    }
}
