using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Audit;

/// <summary>The hash that ties an audit entry to the one before it.</summary>
internal static class AuditChain
{
    /// <summary>SHA-256 over the previous hash and every field, each preceded by its length so that no two entries share a form.</summary>
    public static byte[] Hash(AuditRow entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.PreviousHash);
        Append(hash, entry.SchoolId.Value.ToByteArray());
        Append(hash, entry.Sequence);
        Append(hash, entry.At.Microseconds);
        Append(hash, entry.Actor is { } actor ? actor.Value.ToByteArray() : []);
        Append(hash, Encoding.UTF8.GetBytes(entry.Act));
        Append(hash, Encoding.UTF8.GetBytes(entry.Subject));
        Append(hash, Encoding.UTF8.GetBytes(entry.Detail));
        return hash.GetHashAndReset();
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[8];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void Append(IncrementalHash hash, byte[] bytes)
    {
        Append(hash, bytes.LongLength);
        hash.AppendData(bytes);
    }
}
