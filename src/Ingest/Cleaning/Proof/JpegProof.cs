using System.Buffers.Binary;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Formats.Jpeg;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Cleaning.Proof;

/// <summary>Judges a rendition's segments against an allowlist: what a decoder needs, whole and without a byte to spare. Total on any bytes.</summary>
internal static class JpegProof
{
    /// <summary>The first thing that does not belong there; None when nothing is left over.</summary>
    public static LeftoverKind Leftover(ReadOnlySpan<byte> jpeg, int width, int height)
    {
        var structure = JpegWalk.Walk(jpeg);
        if (structure.Fault != JpegFault.None)
        {
            return LeftoverKind.BrokenStructure;
        }

        if (structure.Stray > 0 || structure.End != jpeg.Length)
        {
            return structure.Stray > 0 ? LeftoverKind.StrayBytes : LeftoverKind.Trailer;
        }

        var (frames, scans, heads, restarts) = (0, 0, 0, false);
        foreach (var segment in structure.Segments)
        {
            var payload = jpeg[segment.Payload];
            var leftover = segment.Marker switch
            {
                JpegMarker.App0 => Jfif(payload, heads++),
                JpegMarker.QuantisationTables => QuantisationTables(payload),
                JpegMarker.HuffmanTables => HuffmanTables(payload),
                JpegMarker.BaselineFrame => Frame(payload, width, height, frames++),
                JpegMarker.RestartInterval => payload.Length == 2 ? LeftoverKind.None : LeftoverKind.RoomInATable,
                JpegMarker.Scan => Scan(payload, scans++, frames),
                _ => SegmentKinds.Of(segment.Marker, payload),
            };
            if (leftover != LeftoverKind.None)
            {
                return leftover;
            }

            restarts |= segment.Marker == JpegMarker.RestartInterval;
            if (!restarts && HasRestarts(jpeg[segment.Entropy]))
            {
                return LeftoverKind.StrayBytes;
            }
        }

        return frames == 1 && scans == 1 ? LeftoverKind.None : LeftoverKind.OtherPicture;
    }

    /// <summary>ISO 10918-5 §10.1, to the byte: no density that tells of a device, no thumbnail.</summary>
    private static LeftoverKind Jfif(ReadOnlySpan<byte> payload, int before) =>
        before == 0 && payload.SequenceEqual(JpegEncoding.JfifHead[6..]) ? LeftoverKind.None : LeftoverKind.ApplicationData;

    /// <summary>T.81 §B.2.4.1: one to four tables of 1 + 64 bytes.</summary>
    private static LeftoverKind QuantisationTables(ReadOnlySpan<byte> payload)
    {
        while (payload.Length >= 65 && payload[0] <= 3)
        {
            payload = payload[65..];
        }

        return payload.IsEmpty ? LeftoverKind.None : LeftoverKind.RoomInATable;
    }

    /// <summary>T.81 §B.2.4.2: class and destination, sixteen counts, as many values as they sum to.</summary>
    private static LeftoverKind HuffmanTables(ReadOnlySpan<byte> payload)
    {
        while (payload.Length >= 17 && (payload[0] & 0xEE) == 0)
        {
            var values = 0;
            foreach (var count in payload[1..17])
            {
                values += count;
            }

            if (values > 256 || payload.Length < 17 + values)
            {
                break;
            }

            payload = payload[(17 + values)..];
        }

        return payload.IsEmpty ? LeftoverKind.None : LeftoverKind.RoomInATable;
    }

    /// <summary>T.81 §B.2.2: 8 bits, the size we mean, three components.</summary>
    private static LeftoverKind Frame(ReadOnlySpan<byte> payload, int width, int height, int before) =>
        before == 0 && payload.Length == 6 + (3 * 3) && payload[0] == 8 && payload[5] == 3
        && BinaryPrimitives.ReadUInt16BigEndian(payload[1..]) == height && BinaryPrimitives.ReadUInt16BigEndian(payload[3..]) == width
            ? LeftoverKind.None
            : before == 0 ? LeftoverKind.OtherHeader : LeftoverKind.OtherPicture;

    /// <summary>T.81 §B.2.3: all three components at once, all 64 coefficients, in one pass.</summary>
    private static LeftoverKind Scan(ReadOnlySpan<byte> payload, int before, int frames) =>
        before == 0 && frames == 1 && payload.Length == 1 + (3 * 2) + 3 && payload[0] == 3 && payload[7..].SequenceEqual((ReadOnlySpan<byte>)[0, 63, 0])
            ? LeftoverKind.None
            : before == 0 ? LeftoverKind.OtherHeader : LeftoverKind.OtherPicture;

    private static bool HasRestarts(ReadOnlySpan<byte> entropy)
    {
        while (entropy.IndexOf((byte)0xFF) is var at and >= 0 && at + 1 < entropy.Length)
        {
            if (JpegMarker.IsRestart(entropy[at + 1]))
            {
                return true;
            }

            entropy = entropy[(at + 2)..];
        }

        return false;
    }
}
