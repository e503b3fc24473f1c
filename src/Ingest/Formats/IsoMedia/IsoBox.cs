using System.Buffers.Binary;

namespace MediaGuard.Ingest.Formats.IsoMedia;

/// <summary>One box of an ISO base media file: its type as a number and where its body lies.</summary>
/// <param name="Fits">False when the box says it is longer than what holds it; its body is then cut to what is there.</param>
internal readonly record struct IsoBox(uint Type, Range Body, bool Fits)
{
    public static uint Name(ReadOnlySpan<byte> four) => BinaryPrimitives.ReadUInt32BigEndian(four);

    public bool Is(ReadOnlySpan<byte> four) => Type == Name(four);

    /// <summary>The boxes that lie in <paramref name="within"/>, in order. Total: lies about lengths end the list.</summary>
    public static List<IsoBox> In(ReadOnlySpan<byte> file, Range within)
    {
        var boxes = new List<IsoBox>();
        var (offset, length) = within.GetOffsetAndLength(file.Length);
        long at = offset;
        long end = offset + length;
        while (end - at >= 8 && boxes.Count < 10_000)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(file[(int)at..]);
            var type = BinaryPrimitives.ReadUInt32BigEndian(file[(int)(at + 4)..]);
            var header = 8;
            if (size == 1 && end - at >= 16)
            {
                size = (long)Math.Min(BinaryPrimitives.ReadUInt64BigEndian(file[(int)(at + 8)..]), long.MaxValue / 2);
                header = 16;
            }
            else if (size == 0)
            {
                size = end - at;
            }

            if (size < header)
            {
                boxes.Add(new(type, (int)end..(int)end, false));
                break;
            }

            var fits = size <= end - at;
            var stop = fits ? at + size : end;
            boxes.Add(new(type, (int)(at + header)..(int)stop, fits));
            at = stop;
        }

        return boxes;
    }
}
