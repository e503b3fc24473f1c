using System.Buffers.Binary;
using MediaGuard.Ingest.Formats.IsoMedia;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>What the boxes of a HEIF file say (ISO 23008-12): sizes, items, references between them.</summary>
internal static class HeifSurvey
{
    private const int ZeroTail = 64;

    public static FormatFacts Of(ReadOnlySpan<byte> file)
    {
        var kinds = new MetadataKinds();
        var (width, height) = (0u, 0u);
        var (others, holed) = (0, false);
        var top = IsoBox.In(file, ..);
        foreach (var box in top.Where(box => box.Is("meta"u8)))
        {
            foreach (var inner in IsoBox.In(file, SkipVersion(box.Body)).Where(inner => inner.Is("iprp"u8)))
            {
                (width, height) = LargestSize(file, inner);
            }

            var items = HeifItems.In(file, SkipVersion(box.Body));
            kinds.Add(MetadataKinds.Exif, items.Exif);
            kinds.Add(MetadataKinds.Xmp, items.Mime);
            kinds.Add(MetadataKinds.Thumbnail, items.Thumbnails);
            kinds.Add(MetadataKinds.GainMap, items.ToneMaps);
            kinds.Add(MetadataKinds.ExtraPicture, items.OtherPictures);
            holed |= items.HasHoles;
            others += items.OtherPictures;
        }

        CountAuxiliaries(file, kinds);
        var moves = top.Any(box => box.Is("moov"u8));
        kinds.Add(MetadataKinds.Animation, moves ? 1 : 0);
        kinds.Add(MetadataKinds.EmbeddedClip, top.Any(box => box.Is("mpvd"u8)) ? 1 : 0);
        var whole = top.Count > 0 && top.TrueForAll(box => box.Fits) && top.Exists(box => box.Is("meta"u8)) && !holed && !EndsInZeros(file);
        return new(
            (int)Math.Min(width, int.MaxValue),
            (int)Math.Min(height, int.MaxValue),
            whole,
            kinds.ToCounts(),
            moves || others > 0 ? [FormatFacts.PrimaryPictureOnly] : []);
    }

    /// <summary>Whether the file ends as one does whose room was set aside before its bytes were copied.</summary>
    /// <remarks>
    /// The decoder conceals what is missing, and not always with an error. Coded video never holds three zero bytes in a row (ITU-T H.265 §7.3.1.1), so a whole picture
    /// does not end in many.
    /// </remarks>
    private static bool EndsInZeros(ReadOnlySpan<byte> file) => file.Length >= ZeroTail && file[^ZeroTail..].IndexOfAnyExcept((byte)0) < 0;

    /// <summary>Whether an nclx colour box names Display P3's primaries (ITU-T H.273 code 12) where no ICC profile does.</summary>
    public static bool SaysDisplayP3(ReadOnlySpan<byte> file)
    {
        foreach (var box in Properties(file))
        {
            var (offset, length) = box.Body.GetOffsetAndLength(file.Length);
            if (box.Is("colr"u8) && length >= 6 && file.Slice(offset, 4).SequenceEqual("nclx"u8))
            {
                return BinaryPrimitives.ReadUInt16BigEndian(file[(offset + 4)..]) == 12;
            }
        }

        return false;
    }

    private static List<IsoBox> Properties(ReadOnlySpan<byte> file)
    {
        var meta = IsoBox.In(file, ..).Find(box => box.Is("meta"u8));
        var iprp = meta.Type == 0 ? default : IsoBox.In(file, SkipVersion(meta.Body)).Find(box => box.Is("iprp"u8));
        var ipco = iprp.Type == 0 ? default : IsoBox.In(file, iprp.Body).Find(box => box.Is("ipco"u8));
        return ipco.Type == 0 ? [] : IsoBox.In(file, ipco.Body);
    }

    /// <remarks>The largest of all sizes: the primary picture is never smaller than its thumbnail, its tiles or its maps, and a limit wants the worst case.</remarks>
    private static (uint Width, uint Height) LargestSize(ReadOnlySpan<byte> file, IsoBox iprp)
    {
        var (width, height) = (0u, 0u);
        foreach (var box in IsoBox.In(file, iprp.Body).Where(box => box.Is("ipco"u8)))
        {
            foreach (var property in IsoBox.In(file, box.Body))
            {
                var (offset, length) = property.Body.GetOffsetAndLength(file.Length);
                if (property.Is("ispe"u8) && length >= 12)
                {
                    var w = BinaryPrimitives.ReadUInt32BigEndian(file[(offset + 4)..]);
                    var h = BinaryPrimitives.ReadUInt32BigEndian(file[(offset + 8)..]);
                    (width, height) = (ulong)w * h > (ulong)width * height ? (w, h) : (width, height);
                }
            }
        }

        return (width, height);
    }

    /// <summary>Auxiliary pictures by the name of what they are (ISO 23008-12 §6.5.8). Alpha is part of the picture.</summary>
    private static void CountAuxiliaries(ReadOnlySpan<byte> file, MetadataKinds kinds)
    {
        foreach (var property in Properties(file).Where(property => property.Is("auxC"u8)))
        {
            var name = file[property.Body];
            var isAlpha = name.IndexOf("auxid:1"u8) >= 0 || name.IndexOf("auxiliary:alpha"u8) >= 0;
            var isDepth = name.IndexOf("auxid:2"u8) >= 0 || name.IndexOf("depth"u8) >= 0 || name.IndexOf("disparity"u8) >= 0;
            var isGain = name.IndexOf("gainmap"u8) >= 0;
            kinds.Add(isGain ? MetadataKinds.GainMap : isDepth ? MetadataKinds.DepthMap : MetadataKinds.ExtraPicture, isAlpha ? 0 : 1);
        }
    }

    private static Range SkipVersion(Range body) => Math.Min(body.Start.Value + 4, body.End.Value)..body.End;
}
