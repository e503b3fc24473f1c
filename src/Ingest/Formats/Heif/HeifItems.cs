using System.Buffers.Binary;
using MediaGuard.Ingest.Formats.IsoMedia;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>The items of a HEIF file and what they are to each other (ISO 14496-12 §8.11, ISO 23008-12 §6.4). Total on any bytes.</summary>
internal sealed class HeifItems
{
    private const int MostReferences = 100_000;

    private readonly Dictionary<uint, uint> _types = [];
    private readonly HashSet<uint> _lesser = [];
    private uint? _primary;
    private int _references;

    /// <summary>A piece of coded video is missing. It never holds three zero bytes in a row (ITU-T H.265 §7.4.2).</summary>
    public bool HasHoles { get; private set; }

    /// <summary>Exif items.</summary>
    public int Exif { get; private set; }

    /// <summary>Items of a media type: XMP, seldom anything else.</summary>
    public int Mime { get; private set; }

    public int Thumbnails { get; private set; }

    /// <summary>Gain maps that stand as a picture of their own (ISO 21496-1).</summary>
    public int ToneMaps { get; private set; }

    /// <summary>Pictures besides the primary one that are no thumbnail, tile, alpha, depth or gain map.</summary>
    public int OtherPictures => _primary is null ? 0 : _types.Count(item => IsPicture(item.Value) && item.Key != _primary && !_lesser.Contains(item.Key));

    public static HeifItems In(ReadOnlySpan<byte> file, Range meta)
    {
        var items = new HeifItems();
        foreach (var box in IsoBox.In(file, meta))
        {
            var body = file[box.Body];
            if (box.Is("pitm"u8))
            {
                items._primary = body.Length >= 8 && body[0] > 0 ? BinaryPrimitives.ReadUInt32BigEndian(body[4..]) : body.Length >= 6 ? BinaryPrimitives.ReadUInt16BigEndian(body[4..]) : null;
            }
            else if (box.Is("iinf"u8))
            {
                items.ReadEntries(file, box);
            }
            else if (box.Is("iref"u8) && body.Length >= 4)
            {
                items.ReadReferences(file, box, isWide: body[0] > 0);
            }
        }

        foreach (var (item, place) in HeifPlaces.In(file, meta))
        {
            items.HasHoles |= items._types.TryGetValue(item, out var type) && type == IsoBox.Name("hvc1"u8) && Holes.In(file[place]);
        }

        return items;
    }

    private static bool IsPicture(uint type) =>
        type == IsoBox.Name("hvc1"u8) || type == IsoBox.Name("av01"u8) || type == IsoBox.Name("grid"u8) || type == IsoBox.Name("iovl"u8) || type == IsoBox.Name("iden"u8)
        || type == IsoBox.Name("avc1"u8) || type == IsoBox.Name("jpeg"u8) || type == IsoBox.Name("lhv1"u8);

    private void ReadEntries(ReadOnlySpan<byte> file, IsoBox iinf)
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
            var isWide = body.Length > 0 && body[0] >= 3;
            var at = isWide ? 10 : 8;
            if (body.Length < at + 4)
            {
                continue;
            }

            var type = IsoBox.Name(body.Slice(at, 4));
            _types[isWide ? BinaryPrimitives.ReadUInt32BigEndian(body[4..]) : BinaryPrimitives.ReadUInt16BigEndian(body[4..])] = type;
            Exif += type == IsoBox.Name("Exif"u8) ? 1 : 0;
            Mime += type == IsoBox.Name("mime"u8) ? 1 : 0;
            ToneMaps += type == IsoBox.Name("tmap"u8) ? 1 : 0;
        }
    }

    private void ReadReferences(ReadOnlySpan<byte> file, IsoBox iref, bool isWide)
    {
        var width = isWide ? 4 : 2;
        foreach (var reference in IsoBox.In(file, (iref.Body.Start.Value + 4)..iref.Body.End))
        {
            var body = file[reference.Body];
            if (body.Length < width + 2)
            {
                continue;
            }

            if (reference.Is("thmb"u8) || reference.Is("auxl"u8))
            {
                Thumbnails += reference.Is("thmb"u8) ? 1 : 0;
                _lesser.Add(Id(body, isWide));
            }
            else if (reference.Is("dimg"u8))
            {
                int count = BinaryPrimitives.ReadUInt16BigEndian(body[width..]);
                for (var at = width + 2; count > 0 && at + width <= body.Length && _references < MostReferences; at += width, count--, _references++)
                {
                    _lesser.Add(Id(body[at..], isWide));
                }
            }
        }
    }

    private static uint Id(ReadOnlySpan<byte> at, bool isWide) => isWide ? BinaryPrimitives.ReadUInt32BigEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
}
