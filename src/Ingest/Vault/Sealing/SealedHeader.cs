using System.Buffers.Binary;
using System.Security.Cryptography;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Vault.Sealing;

/// <summary>
/// The first 66 bytes of a stored object, in the clear and part of what every segment's tag covers. Big endian:
/// magic <c>MGVO</c>, format version, kind, segment size (4), key id (16), school (16), object id (16), nonce prefix (8).
/// </summary>
internal sealed record SealedHeader(VaultObject Name, Guid KeyId, int SegmentSize, ulong NoncePrefix)
{
    public const int Length = 66;
    private const byte Version = 1;
    private const int Smallest = 4096;
    private const int Largest = 16 << 20;

    private static ReadOnlySpan<byte> Magic => "MGVO"u8;

    public static SealedHeader Fresh(VaultObject name, Guid keyId, int segmentSize) =>
        new(name, keyId, segmentSize, BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(8)));

    public byte[] Encode()
    {
        var bytes = new byte[Length];
        Magic.CopyTo(bytes);
        bytes[4] = Version;
        bytes[5] = (byte)Name.Kind;
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(6), SegmentSize);
        KeyId.TryWriteBytes(bytes.AsSpan(10), bigEndian: true, out _);
        Name.School.Value.TryWriteBytes(bytes.AsSpan(26), bigEndian: true, out _);
        Name.Id.TryWriteBytes(bytes.AsSpan(42), bigEndian: true, out _);
        BinaryPrimitives.WriteUInt64BigEndian(bytes.AsSpan(58), NoncePrefix);
        return bytes;
    }

    /// <exception cref="VaultException">Not a header, of a later version, or another object's.</exception>
    public static SealedHeader Decode(ReadOnlySpan<byte> bytes, VaultObject expected)
    {
        if (bytes.Length != Length || !bytes.StartsWith(Magic))
        {
            throw new VaultException(VaultFailure.Damaged, expected);
        }

        if (bytes[4] != Version)
        {
            throw new VaultException(VaultFailure.UnknownVersion, expected);
        }

        var name = new VaultObject(new SchoolId(new Guid(bytes[26..42], bigEndian: true)), (VaultKind)bytes[5], new Guid(bytes[42..58], bigEndian: true));
        var segmentSize = BinaryPrimitives.ReadInt32BigEndian(bytes[6..]);
        if (name != expected || segmentSize is < Smallest or > Largest)
        {
            throw new VaultException(VaultFailure.Damaged, expected);
        }

        return new SealedHeader(name, new Guid(bytes[10..26], bigEndian: true), segmentSize, BinaryPrimitives.ReadUInt64BigEndian(bytes[58..]));
    }
}
