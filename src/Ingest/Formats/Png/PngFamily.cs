using System.Buffers.Binary;
using System.Text;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Png;

/// <summary>PNG and APNG (W3C PNG third edition).</summary>
internal sealed class PngFamily : IFormatFamily
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => file.StartsWith(Signature) ? MediaFormat.Png : null;

    public Image Load(byte[] file) => Image.PngloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var kinds = new MetadataKinds();
        var (width, height, whole, animated) = (0, 0, false, false);
        var at = Signature.Length;
        while (!whole && file.Length - at >= 12)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            if (length > file.Length - at - 12)
            {
                break;
            }

            var body = file.Slice(at + 8, (int)length);
            switch (Encoding.Latin1.GetString(file.Slice(at + 4, 4)))
            {
                case "IHDR" when body.Length >= 8:
                    width = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(body), int.MaxValue);
                    height = (int)Math.Min(BinaryPrimitives.ReadUInt32BigEndian(body[4..]), int.MaxValue);
                    break;
                case "IEND":
                    whole = true;
                    break;
                case "acTL":
                    animated = true;
                    kinds.Add(MetadataKinds.Animation);
                    break;
                case "iTXt" when body.StartsWith("XML:com.adobe.xmp\0"u8):
                    kinds.Add(MetadataKinds.Xmp);
                    break;
                case "tEXt" or "zTXt" or "iTXt":
                    kinds.Add(MetadataKinds.Text);
                    break;
                case "eXIf":
                    kinds.Add(MetadataKinds.Exif);
                    break;
                case "iCCP":
                    kinds.Add(MetadataKinds.Icc);
                    break;
                case "PLTE" or "IDAT" or "tRNS" or "fcTL" or "fdAT" or "gAMA" or "cHRM" or "sRGB" or "sBIT" or "bKGD" or "pHYs" or "hIST" or "cICP":
                    break;
                default:
                    kinds.Add(MetadataKinds.Other);
                    break;
            }

            at += (int)length + 12;
        }

        kinds.Add(MetadataKinds.Trailer, whole && at < file.Length ? 1 : 0);
        return new(width, height, whole, kinds.ToCounts(), animated ? [FormatFacts.FirstFrameOnly] : []);
    }
}
