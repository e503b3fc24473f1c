using System.Buffers.Binary;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Gif;

/// <summary>GIF 87a and 89a.</summary>
internal sealed class GifFamily : IFormatFamily
{
    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => file.StartsWith("GIF87a"u8) || file.StartsWith("GIF89a"u8) ? MediaFormat.Gif : null;

    public Image Load(byte[] file) => Image.GifloadBuffer(file, page: 0, n: 1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var kinds = new MetadataKinds();
        if (file.Length < 13)
        {
            return new(0, 0, false, kinds.ToCounts(), []);
        }

        var (frames, whole) = (0, false);
        var at = 13 + ColourTable(file[10]);
        while (at < file.Length && !whole)
        {
            switch (file[at])
            {
                case 0x3B:
                    whole = true;
                    at++;
                    break;
                case 0x2C when file.Length - at >= 11:
                    frames++;
                    at = SkipBlocks(file, at + 11 + ColourTable(file[at + 9]));
                    break;
                case 0x21 when file.Length - at >= 3:
                    if (file[at + 1] == 0xFE)
                    {
                        kinds.Add(MetadataKinds.Comment);
                    }
                    else if (file[at + 1] == 0xFF && file[(at + 2)..].StartsWith("\x0BXMP DataXMP"u8))
                    {
                        kinds.Add(MetadataKinds.Xmp);
                    }

                    at = SkipBlocks(file, at + 2);
                    break;
                default:
                    at = file.Length;
                    break;
            }
        }

        kinds.Add(MetadataKinds.Animation, frames > 1 ? 1 : 0);
        kinds.Add(MetadataKinds.Trailer, whole && at < file.Length ? 1 : 0);
        return new(
            BinaryPrimitives.ReadUInt16LittleEndian(file[6..]),
            BinaryPrimitives.ReadUInt16LittleEndian(file[8..]),
            whole,
            kinds.ToCounts(),
            frames > 1 ? [FormatFacts.FirstFrameOnly] : []);
    }

    private static int ColourTable(byte flags) => (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);

    private static int SkipBlocks(ReadOnlySpan<byte> file, int at)
    {
        while (at < file.Length && file[at] != 0)
        {
            at += file[at] + 1;
        }

        return at + 1;
    }
}
