using System.Buffers.Binary;
using MediaGuard.Media;
using NetVips;

namespace MediaGuard.Ingest.Formats.Jpeg;

/// <summary>JPEG (ITU-T T.81), with what cameras hang on it: Exif, MPF pictures, gain maps, films behind the end.</summary>
internal sealed class JpegFamily : IFormatFamily
{
    public bool Decodes => true;

    public MediaFormat? Recognise(ReadOnlySpan<byte> file) => file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? MediaFormat.Jpeg : null;

    public Image Load(byte[] file) => Image.JpegloadBuffer(file, access: Enums.Access.Sequential, failOn: Enums.FailOn.Warning);

    public FormatFacts Survey(ReadOnlySpan<byte> file)
    {
        var structure = JpegWalk.Walk(file);
        var kinds = new MetadataKinds();
        var (width, height) = (0, 0);
        foreach (var segment in structure.Segments)
        {
            var payload = file[segment.Payload];
            if (JpegMarker.IsFrame(segment.Marker) && payload.Length >= 6)
            {
                height = Math.Max(height, BinaryPrimitives.ReadUInt16BigEndian(payload[1..]));
                width = Math.Max(width, BinaryPrimitives.ReadUInt16BigEndian(payload[3..]));
            }

            if (KindOf(segment.Marker, payload) is { } kind)
            {
                kinds.Add(kind);
            }
        }

        var holed = false;
        foreach (var segment in structure.Segments)
        {
            holed |= IsHoled(segment, file);
        }

        var others = 0;
        kinds.Add(MetadataKinds.Junk, structure.Stray > 0 ? 1 : 0);
        if (structure.Fault == JpegFault.None && structure.End < file.Length)
        {
            var trailer = file[structure.End..];
            kinds.Add(MetadataKinds.Trailer);
            others = trailer.Count((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]);
            kinds.Add(MetadataKinds.ExtraPicture, others);
            kinds.Add(MetadataKinds.EmbeddedClip, trailer.Count("ftyp"u8));
        }

        var hasGainMap = SaysGainMap(file[structure.End..]);
        foreach (var segment in structure.Segments.Where(segment => JpegMarker.IsApplication(segment.Marker)))
        {
            hasGainMap |= SaysGainMap(file[segment.Payload]);
        }

        kinds.Add(MetadataKinds.GainMap, hasGainMap ? 1 : 0);
        return new(width, height, structure.Fault == JpegFault.None && !holed, kinds.ToCounts(), others > 0 ? [FormatFacts.PrimaryPictureOnly] : []);
    }

    /// <summary>Whether a scan of details of a progressive picture lacks a piece: the decoder fills one in without a word.</summary>
    /// <remarks>
    /// Such a scan (T.81 §G.1.2.2: its first coefficient is not 0) writes a run of empty blocks as one number. The others can hold long zeros by right, where a picture is of one
    /// colour; of a piece missing there the decoder warns.
    /// </remarks>
    private static bool IsHoled(JpegSegment segment, ReadOnlySpan<byte> file)
    {
        if (segment.Marker != JpegMarker.Scan)
        {
            return false;
        }

        var head = file[segment.Payload];
        return head.Length >= 4 && head.Length > 1 + (2 * head[0]) && head[1 + (2 * head[0])] > 0 && Holes.In(file[segment.Entropy]);
    }

    /// <summary>Ultra HDR's name space, ISO 21496-1's, and Apple's.</summary>
    private static bool SaysGainMap(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("ns.adobe.com/hdr-gain-map/"u8) >= 0 || bytes.IndexOf("urn:iso:std:iso:ts:21496:-1"u8) >= 0 || bytes.IndexOf("aux:hdrgainmap"u8) >= 0;

    private static string? KindOf(byte marker, ReadOnlySpan<byte> payload) => marker switch
    {
        JpegMarker.Comment => MetadataKinds.Comment,
        0xE0 when payload.StartsWith("JFIF\0"u8) => payload.Length > 14 ? MetadataKinds.Thumbnail : null,
        0xE0 when payload.StartsWith("JFXX\0"u8) => MetadataKinds.Thumbnail,
        0xE1 when payload.StartsWith("Exif\0"u8) => MetadataKinds.Exif,
        0xE1 when payload.StartsWith("http://ns.adobe.com/x"u8) => MetadataKinds.Xmp,
        0xE2 when payload.StartsWith("ICC_PROFILE\0"u8) => MetadataKinds.Icc,
        0xE2 when payload.StartsWith("MPF\0"u8) => MetadataKinds.Mpf,
        0xED when payload.StartsWith("Photoshop "u8) => MetadataKinds.Photoshop,
        0xEE when payload.StartsWith("Adobe"u8) => null,
        _ when JpegMarker.IsApplication(marker) => MetadataKinds.Other,
        _ => null,
    };
}
