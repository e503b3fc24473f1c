using System.Buffers.Binary;

namespace MediaGuard.Ingest.Formats.Png;

/// <summary>A PNG as a metadata reader may see it: without its pixels, and without packed chunks that could unpack to a thousand times their size.</summary>
internal static class PngMetadata
{
    private const int Signature = 8;
    private const uint LargestPacked = 64 << 10;

    public static byte[] Only(byte[] file)
    {
        using var kept = new MemoryStream();
        kept.Write(file, 0, Math.Min(Signature, file.Length));
        var at = Signature;
        while (file.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at));
            if (length > file.Length - at - 12)
            {
                break;
            }

            var type = file.AsSpan(at + 4, 4);
            var isPacked = type.SequenceEqual("zTXt"u8) || type.SequenceEqual("iCCP"u8) || type.SequenceEqual("iTXt"u8);
            if (!type.SequenceEqual("IDAT"u8) && !type.SequenceEqual("fdAT"u8) && !(isPacked && length > LargestPacked))
            {
                kept.Write(file, at, (int)length + 12);
            }

            at += (int)length + 12;
        }

        return kept.ToArray();
    }
}
