using System.Buffers.Binary;

namespace MediaGuard.Ingest.Formats.Tiff;

/// <summary>Follows a TIFF's directories as far as needed to tell size, pages and camera raw. Total: visits each directory once, at most <see cref="MostDirectories"/>.</summary>
internal sealed class TiffWalk
{
    private const int MostDirectories = 64;
    private const int MostEntries = 1024;

    public int Width { get; private set; }
    public int Height { get; private set; }
    public int Pages { get; private set; }

    /// <summary>The first directory lies within the file.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>DNG, CR2, or a colour-filter array or a maker's compression anywhere (TIFF/EP, ISO 12234-2).</summary>
    public bool IsRaw { get; private set; }

    public static bool IsTiff(ReadOnlySpan<byte> file) =>
        file.Length >= 8
        && (file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || file.StartsWith("II+\0"u8) || file.StartsWith("MM\0+"u8));

    public static TiffWalk Of(ReadOnlySpan<byte> file)
    {
        var walk = new TiffWalk();
        var little = file[0] == (byte)'I';
        if (file[little ? 2 : 3] == (byte)'+')
        {
            walk.IsWhole = true; // BigTIFF: its directories are libtiff's business; no camera writes raw that way
            walk.Pages = 1;
            return walk;
        }

        walk.IsRaw = file.Length >= 10 && file[8..].StartsWith("CR"u8) && little;
        var waiting = new Queue<(uint Offset, bool IsPage)>([(U32(file[4..], little), true)]);
        var seen = new HashSet<uint>();
        while (waiting.TryDequeue(out var next) && seen.Count < MostDirectories)
        {
            if (next.Offset != 0 && seen.Add(next.Offset))
            {
                walk.Read(file, next.Offset, next.IsPage, little, waiting);
            }
        }

        return walk;
    }

    private void Read(ReadOnlySpan<byte> file, uint offset, bool isPage, bool little, Queue<(uint, bool)> waiting)
    {
        if (offset > file.Length - 2)
        {
            return;
        }

        var at = (int)offset + 2;
        int count = U16(file[(int)offset..], little);
        var first = Pages == 0;
        Pages += isPage ? 1 : 0;
        IsWhole |= first && at + (count * 12L) <= file.Length;
        for (var entry = 0; entry < Math.Min(count, MostEntries) && at + 12 <= file.Length; entry++, at += 12)
        {
            var tag = U16(file[at..], little);
            var isShort = U16(file[(at + 2)..], little) == 3;
            var values = U32(file[(at + 4)..], little);
            var value = isShort ? U16(file[(at + 8)..], little) : U32(file[(at + 8)..], little);
            Take(tag, value, first);
            if (tag == 0x14A)
            {
                for (var sub = 0; sub < Math.Min(values, 8u); sub++)
                {
                    var place = values == 1 ? at + 8L : value + (sub * 4L);
                    if (place + 4 <= file.Length)
                    {
                        waiting.Enqueue((U32(file[(int)place..], little), false));
                    }
                }
            }
        }

        if (isPage && at + 4 <= file.Length)
        {
            waiting.Enqueue((U32(file[at..], little), true));
        }
    }

    private void Take(ushort tag, uint value, bool first)
    {
        switch (tag)
        {
            case 0x100 when first:
                Width = (int)Math.Min(value, int.MaxValue);
                break;
            case 0x101 when first:
                Height = (int)Math.Min(value, int.MaxValue);
                break;
            case 0x103 when value is 32767 or 32769 or 32770 or 34713 or 34892 or 65000 or 65535: // Sony, Epson, Samsung, Nikon, DNG lossy, Kodak, Pentax
            case 0x106 when value is 32803 or 34892 or 51177: // colour-filter array, linear raw, depth map
            case 0xC612: // DNGVersion
                IsRaw = true;
                break;
            default:
                break;
        }
    }

    private static ushort U16(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);

    private static uint U32(ReadOnlySpan<byte> at, bool little) => little ? BinaryPrimitives.ReadUInt32LittleEndian(at) : BinaryPrimitives.ReadUInt32BigEndian(at);
}
