using System.Buffers.Binary;
using MediaGuard.Ingest.Formats.IsoMedia;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>What the boxes of a HEIF file say (ISO 23008-12): sizes, items, references between them.</summary>
internal static class HeifSurvey
{
    public static FormatFacts Of(ReadOnlySpan<byte> file)
    {
        var kinds = new MetadataKinds();
        var (width, height, pictures) = (0u, 0u, 0);
        var top = IsoBox.In(file, ..);
        foreach (var box in top.Where(box => box.Is("meta"u8)))
        {
            foreach (var inner in IsoBox.In(file, SkipVersion(box.Body)))
            {
                if (inner.Is("iprp"u8))
                {
                    (width, height) = LargestSize(file, inner);
                }
                else if (inner.Is("iinf"u8))
                {
                    CountItems(file, inner, kinds);
                }
                else if (inner.Is("iref"u8))
                {
                    CountReferences(file, inner, kinds);
                }
                else if (inner.Is("grpl"u8))
                {
                    pictures++;
                }
            }
        }

        kinds.Add(MetadataKinds.Animation, top.Any(box => box.Is("moov"u8)) ? 1 : 0);
        kinds.Add(MetadataKinds.EmbeddedClip, top.Any(box => box.Is("mpvd"u8)) ? 1 : 0);
        kinds.Add(MetadataKinds.ExtraPicture, pictures);
        var whole = top.Count > 0 && top.TrueForAll(box => box.Fits) && top.Exists(box => box.Is("meta"u8));
        return new(
            (int)Math.Min(width, int.MaxValue),
            (int)Math.Min(height, int.MaxValue),
            whole,
            kinds.ToCounts(),
            top.Any(box => box.Is("moov"u8)) ? [FormatFacts.PrimaryPictureOnly] : []);
    }

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

    private static void CountItems(ReadOnlySpan<byte> file, IsoBox iinf, MetadataKinds kinds)
    {
        var (offset, length) = iinf.Body.GetOffsetAndLength(file.Length);
        var skip = length > 0 && file[offset] > 0 ? 8 : 6; // the entry count is 16 bits in version 0
        if (length < skip)
        {
            return;
        }

        foreach (var entry in IsoBox.In(file, (offset + skip)..(offset + length)))
        {
            var body = file[entry.Body];
            var at = body.Length > 0 && body[0] >= 3 ? 10 : 8;
            if (body.Length < at + 4)
            {
                continue;
            }

            var type = body.Slice(at, 4);
            if (type.SequenceEqual("Exif"u8))
            {
                kinds.Add(MetadataKinds.Exif);
            }
            else if (type.SequenceEqual("mime"u8))
            {
                kinds.Add(MetadataKinds.Xmp);
            }
        }
    }

    private static void CountReferences(ReadOnlySpan<byte> file, IsoBox iref, MetadataKinds kinds)
    {
        foreach (var reference in IsoBox.In(file, SkipVersion(iref.Body)))
        {
            kinds.Add(MetadataKinds.Thumbnail, reference.Is("thmb"u8) ? 1 : 0);
            kinds.Add(MetadataKinds.ExtraPicture, reference.Is("auxl"u8) ? 1 : 0);
        }
    }

    private static Range SkipVersion(Range body) => Math.Min(body.Start.Value + 4, body.End.Value)..body.End;
}
