using System.Buffers.Binary;
using System.Text;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Tests.Cleaning;
using NetVips;

namespace MediaGuard.Ingest.Tests.Formats;

/// <summary>A picture of four tiles, as iPads write theirs: made here of two pictures' worth of tiles, since heif-enc writes none.</summary>
internal sealed class HeifGridTests : CleaningFixture
{
    [Test]
    public void Clean_GridOfFourTiles_IsOnePictureOfTheRightSizeWithEachTileInItsPlace()
    {
        var grid = Grid(outputWidth: 256, outputHeight: 256);
        Assert.That(Reader.Read(new MemoryStream(grid)).KindsOfMetadata, Does.Not.Contain(MetadataKinds.ExtraPicture), "tiles are the picture");

        var cleaned = Clean(grid);

        Assert.That((cleaned.Width, cleaned.Height), Is.EqualTo((256, 256)));
        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.25, 0.25, [200, 30, 30], 14);
        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.75, 0.25, [30, 180, 30], 14);
        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.25, 0.75, [30, 30, 200], 14);
        Drawing.AssertColour(Pixels.Decode(cleaned.Jpeg), 0.75, 0.75, [210, 210, 40], 14);
        AssertNothingButPixels(cleaned.Jpeg);
    }

    /// <summary>Four pictures by heif-enc in one file, and a fifth item, a grid of the four, made the primary one (ISO 23008-12 §6.6.2.3).</summary>
    private byte[] Grid(ushort outputWidth, ushort outputHeight)
    {
        string[] tiles =
        [
            Tile("a", 200, 30, 30), Tile("b", 30, 180, 30), Tile("c", 30, 30, 200), Tile("d", 210, 210, 40),
        ];
        var path = Path.Combine(Folder, "tiles.heic");
        Tool.HeifEnc(["-q", "80", .. tiles, "-o", path]);
        var file = File.ReadAllBytes(path).AsSpan();
        var ids = new List<ushort>();
        var (metaAt, meta) = Box(file, 0, "meta");
        byte[] gridItem = [0, 0, 1, 1, (byte)(outputWidth >> 8), (byte)outputWidth, (byte)(outputHeight >> 8), (byte)outputHeight];
        const ushort GridId = 900;
        var children = new List<byte[]>();
        byte[] iloc = [];
        for (var at = metaAt + 12; at < metaAt + meta.Length;)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(file[at..]);
            var box = file.Slice(at, size).ToArray();
            switch (Encoding.ASCII.GetString(box, 4, 4))
            {
                case "pitm":
                    BinaryPrimitives.WriteUInt16BigEndian(box.AsSpan(12), GridId);
                    children.Add(box);
                    break;
                case "iinf":
                    var entries = BinaryPrimitives.ReadUInt16BigEndian(box.AsSpan(12));
                    for (var entry = 14; entry < box.Length; entry += (int)BinaryPrimitives.ReadUInt32BigEndian(box.AsSpan(entry)))
                    {
                        if (box.AsSpan(entry + 16, 4).SequenceEqual("hvc1"u8))
                        {
                            ids.Add(BinaryPrimitives.ReadUInt16BigEndian(box.AsSpan(entry + 12)));
                        }
                    }

                    byte[] infe = Wrap("infe", [2, 0, 0, 0, GridId >> 8, GridId & 255, 0, 0, .. "grid"u8, 0]);
                    children.Add(Wrap("iinf", [0, 0, 0, 0, 0, (byte)(entries + 1), .. box.AsSpan(14), .. infe]));
                    break;
                case "iprp":
                    var (ipcoAt, ipco) = Box(box, 8, "ipco");
                    var (_, ipma) = Box(box, 8, "ipma");
                    var properties = 0;
                    for (var property = ipcoAt + 8; property < ipcoAt + ipco.Length; property += (int)BinaryPrimitives.ReadUInt32BigEndian(box.AsSpan(property)))
                    {
                        properties++;
                    }

                    byte[] ispe = Wrap("ispe", [0, 0, 0, 0, 0, 0, (byte)(outputWidth >> 8), (byte)outputWidth, 0, 0, (byte)(outputHeight >> 8), (byte)outputHeight]);
                    var associations = BinaryPrimitives.ReadUInt32BigEndian(ipma.AsSpan(12));
                    Assert.That(ipma[8..12], Is.EqualTo(new byte[4]), "a plain ipma");
                    byte[] more = Wrap("ipma", [0, 0, 0, 0, .. Big(associations + 1), .. ipma.AsSpan(16), GridId >> 8, GridId & 255, 1, (byte)(properties + 1)]);
                    children.Add(Wrap("iprp", [.. Wrap("ipco", [.. ipco.AsSpan(8), .. ispe]), .. more]));
                    break;
                case "iloc":
                    iloc = box;
                    children.Add(box);
                    break;
                case "iref":
                    break;
                default:
                    children.Add(box);
                    break;
            }

            at += size;
        }

        children.Add(Wrap("iref", [0, 0, 0, 0, .. Wrap("dimg", [GridId >> 8, GridId & 255, 0, 4, .. ids.SelectMany(id => new[] { (byte)(id >> 8), (byte)id })])]));
        children.Add(Wrap("idat", gridItem));
        return Relocate(file.ToArray(), metaAt, meta.Length, children, iloc, GridId, (uint)gridItem.Length);
    }

    /// <summary>Writes the item locations anew: the tiles where they now lie, the grid in <c>idat</c> (construction method 1).</summary>
    private static byte[] Relocate(byte[] file, int metaAt, int metaLength, List<byte[]> children, byte[] iloc, ushort grid, uint gridLength)
    {
        Assert.That((iloc[8], iloc[12], iloc[13] >> 4), Is.EqualTo(((byte)0, (byte)0x44, 0)).Or.EqualTo(((byte)1, (byte)0x44, 0)).Or.EqualTo(((byte)0, (byte)0x44, 4)), "locations of four bytes");
        var bases = iloc[13] >> 4;
        var version = iloc[8];
        var count = BinaryPrimitives.ReadUInt16BigEndian(iloc.AsSpan(14));
        var places = new List<(ushort Id, uint At, uint Length)>();
        for (int at = 16, left = count; left > 0; left--)
        {
            var id = BinaryPrimitives.ReadUInt16BigEndian(iloc.AsSpan(at));
            at += version == 0 ? 4 : 6;
            var start = bases == 4 ? BinaryPrimitives.ReadUInt32BigEndian(iloc.AsSpan(at)) : 0;
            at += bases;
            Assert.That(BinaryPrimitives.ReadUInt16BigEndian(iloc.AsSpan(at)), Is.EqualTo(1), "one extent each");
            places.Add((id, start + BinaryPrimitives.ReadUInt32BigEndian(iloc.AsSpan(at + 2)), BinaryPrimitives.ReadUInt32BigEndian(iloc.AsSpan(at + 6))));
            at += 10;
        }

        byte[] Located(int moved) => Wrap("iloc",
        [
            1, 0, 0, 0, 0x44, 0, 0, (byte)(places.Count + 1),
            .. places.SelectMany(place => (byte[])[(byte)(place.Id >> 8), (byte)place.Id, 0, 0, 0, 0, 0, 1, .. Big((uint)(place.At + moved)), .. Big(place.Length)]),
            (byte)(grid >> 8), (byte)grid, 0, 1, 0, 0, 0, 1, .. Big(0), .. Big(gridLength),
        ]);
        byte[] Meta(int moved) => Wrap("meta", [0, 0, 0, 0, .. children.SelectMany(child => ReferenceEquals(child, iloc) ? Located(moved) : child)]);
        var meta = Meta(Meta(0).Length - metaLength);
        return [.. file.AsSpan(0, metaAt), .. meta, .. file.AsSpan(metaAt + metaLength)];
    }

    private string Tile(string name, int red, int green, int blue)
    {
        using var solid = Drawing.Solid(128, 128, red, green, blue);
        return Put($"{name}.png", solid.PngsaveBuffer());
    }

    private static (int At, byte[] Box) Box(ReadOnlySpan<byte> within, int at, string type)
    {
        while (at + 8 <= within.Length)
        {
            var size = (int)BinaryPrimitives.ReadUInt32BigEndian(within[at..]);
            if (Encoding.ASCII.GetString(within.Slice(at + 4, 4)) == type)
            {
                return (at, within.Slice(at, size).ToArray());
            }

            at += size;
        }

        throw new InvalidDataException($"no {type}");
    }

    private static byte[] Wrap(string type, byte[] body) => [.. Big((uint)body.Length + 8), .. Encoding.ASCII.GetBytes(type), .. body];

    private static byte[] Big(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];
}
