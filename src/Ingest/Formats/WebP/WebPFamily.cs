using System.Buffers.Binary;
using System.Text;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.WebP;

/// <summary>WebP, still and animated (RFC 9649).</summary>
internal sealed class WebPFamily : IFormatFamily
{
    /// <summary>
    /// An arithmetic coder's output looks like chance (RFC 6386 §7) but where it codes nothing but the expected: measured, twelve megapixels of one colour hold 1,159 zeros in a
    /// row. A hole in a copy is of whole pages.
    /// </summary>
    private const int PageOfZeros = 4096;

    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) =>
        file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? MediaFormat.WebP : null;

    public Image Load(byte[] file) => Image.WebploadBuffer(file, page: 0, n: 1, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var kinds = new MetadataKinds();
        var (width, height, frames) = (0, 0, 0);
        var end = Math.Min(BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L, file.Length);
        var whole = BinaryPrimitives.ReadUInt32LittleEndian(file[4..]) + 8L <= file.Length;
        long at = 12;
        while (end - at >= 8)
        {
            var length = BinaryPrimitives.ReadUInt32LittleEndian(file[(int)(at + 4)..]);
            var body = file.Slice((int)at + 8, (int)Math.Min(length, end - at - 8));
            whole &= !(file.Slice((int)at, 4).SequenceEqual("VP8 "u8) && Holes.In(body, PageOfZeros));
            switch (Encoding.Latin1.GetString(file.Slice((int)at, 4)))
            {
                case "VP8X" when body.Length >= 10:
                    width = 1 + (body[4] | (body[5] << 8) | (body[6] << 16));
                    height = 1 + (body[7] | (body[8] << 8) | (body[9] << 16));
                    break;
                case "VP8 " when width == 0 && body.Length >= 10:
                    width = BinaryPrimitives.ReadUInt16LittleEndian(body[6..]) & 0x3FFF;
                    height = BinaryPrimitives.ReadUInt16LittleEndian(body[8..]) & 0x3FFF;
                    break;
                case "VP8L" when width == 0 && body.Length >= 5:
                    var bits = BinaryPrimitives.ReadUInt32LittleEndian(body[1..]);
                    width = 1 + (int)(bits & 0x3FFF);
                    height = 1 + (int)((bits >> 14) & 0x3FFF);
                    break;
                case "ANMF":
                    frames++;
                    break;
                case "EXIF":
                    kinds.Add(MetadataKinds.Exif);
                    break;
                case "XMP ":
                    kinds.Add(MetadataKinds.Xmp);
                    break;
                case "ICCP":
                    kinds.Add(MetadataKinds.Icc);
                    break;
                case "ALPH" or "ANIM" or "VP8X" or "VP8 " or "VP8L":
                    break;
                default:
                    kinds.Add(MetadataKinds.Other);
                    break;
            }

            at += 8L + length + (length & 1);
        }

        kinds.Add(MetadataKinds.Animation, frames > 1 ? 1 : 0);
        kinds.Add(MetadataKinds.Trailer, whole && end < file.Length ? 1 : 0);
        return new(width, height, whole, kinds.ToCounts(), frames > 1 ? [FormatFacts.FirstFrameOnly] : []);
    }
}
