using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Looking;

/// <summary>The digest over a batch of looks, whatever order the database gives them in.</summary>
internal static class LookDigest
{
    public const string Act = "looks-chained";

    /// <summary>How many, and the digest over them; what the audit entry's detail says.</summary>
    public static string Of(IReadOnlyCollection<ViewRow> looks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Span<byte> number = stackalloc byte[8];
        foreach (var look in looks.OrderBy(l => l.Id.ToString("N"), StringComparer.Ordinal))
        {
            hash.AppendData(look.SchoolId.Value.ToByteArray(bigEndian: true));
            hash.AppendData(look.Id.ToByteArray(bigEndian: true));
            hash.AppendData(look.MediaId.Value.ToByteArray(bigEndian: true));
            hash.AppendData(look.RenditionId.Value.ToByteArray(bigEndian: true));
            hash.AppendData(look.UserId.Value.ToByteArray(bigEndian: true));
            BinaryPrimitives.WriteInt64LittleEndian(number, look.At.Microseconds);
            hash.AppendData(number);
            BinaryPrimitives.WriteInt64LittleEndian(number, look.Size.Length);
            hash.AppendData(number);
            hash.AppendData(Encoding.UTF8.GetBytes(look.Size));
        }

        return $"{looks.Count} sha256:{Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}
