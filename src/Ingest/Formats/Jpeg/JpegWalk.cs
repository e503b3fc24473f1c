using System.Buffers.Binary;

namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>Follows a JPEG's segments (ITU-T T.81 annex B). Total: any bytes give a structure, in one pass, without an exception.</summary>
internal static class JpegWalk
{
    /// <summary>Real files stay below a few hundred; a progressive scan in many parts below a thousand.</summary>
    public const int MostSegments = 20_000;

    public static JpegStructure Walk(ReadOnlySpan<byte> file)
    {
        var segments = new List<JpegSegment>();
        if (file.Length < 2 || file[0] != 0xFF || file[1] != JpegMarker.Start)
        {
            return new(segments, JpegFault.NoStart, 0, 0);
        }

        var stray = 0;
        var at = 2;
        while (segments.Count < MostSegments)
        {
            var marker = NextMarker(file, at);
            if (marker < 0)
            {
                return new(segments, JpegFault.CutShort, file.Length, stray);
            }

            stray += marker - at;
            var code = file[marker + 1];
            at = marker + 2;
            if (code == JpegMarker.End)
            {
                return new(segments, JpegFault.None, at, stray);
            }

            if (JpegMarker.StandsAlone(code))
            {
                segments.Add(new(code, at..at, at..at));
                continue;
            }

            if (file.Length - at < 2)
            {
                return new(segments, JpegFault.CutShort, file.Length, stray);
            }

            int length = BinaryPrimitives.ReadUInt16BigEndian(file[at..]);
            if (length < 2)
            {
                return new(segments, JpegFault.BadLength, at, stray);
            }

            if (length > file.Length - at)
            {
                return new(segments, JpegFault.CutShort, file.Length, stray);
            }

            var payload = (at + 2)..(at + length);
            at += length;
            var entropy = code == JpegMarker.Scan ? at..EntropyEnd(file, at) : at..at;
            segments.Add(new(code, payload, entropy));
            at = entropy.End.Value;
        }

        return new(segments, JpegFault.TooManySegments, at, stray);
    }

    /// <summary>The position of the next 0xFF that is followed by a marker code, or -1. Bytes passed over are stray.</summary>
    private static int NextMarker(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length - 1)
        {
            var next = file[at..^1].IndexOf((byte)0xFF);
            if (next < 0)
            {
                return -1;
            }

            at += next;
            if (file[at + 1] is not 0x00 and not 0xFF)
            {
                return at;
            }

            at++;
        }

        return -1;
    }

    /// <summary>Coded data runs to the first 0xFF that is neither stuffed (FF 00) nor a restart marker (T.81 §B.1.1.5).</summary>
    private static int EntropyEnd(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length)
        {
            var next = file[at..].IndexOf((byte)0xFF);
            if (next < 0 || at + next + 1 >= file.Length)
            {
                return file.Length;
            }

            at += next;
            if (file[at + 1] != 0x00 && !JpegMarker.IsRestart(file[at + 1]))
            {
                return at;
            }

            at += 2;
        }

        return file.Length;
    }
}
