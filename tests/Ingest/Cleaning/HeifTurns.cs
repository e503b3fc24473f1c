using System.Buffers.Binary;
using System.Text;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>Puts turns and mirrors into a file heif-enc wrote, since it writes none: <c>irot</c> (quarter turns anticlockwise) and <c>imir</c>, in the order they are to be applied (ISO 23008-12 §6.5.10, §6.5.12).</summary>
internal static class HeifTurns
{
    private const int BoxLength = 9;

    /// <param name="boxes"><c>irot</c> with 0 to 3, <c>imir</c> with 0 (top and bottom change places) or 1 (left and right).</param>
    public static byte[] With(byte[] file, params (string Box, byte Value)[] boxes)
    {
        var (ipco, ipma) = (Find(file, "ipco"), Find(file, "ipma"));
        var associations = ipma + 16;
        Assert.That(BinaryPrimitives.ReadUInt64BigEndian(file.AsSpan(ipma + 8)), Is.EqualTo(1), "a plain ipma of one item");
        var properties = Count(file, ipco);
        var listed = associations + 3 + file[associations + 2];
        var ipcoEnd = ipco + Length(file, ipco);
        byte[] turned =
        [
            .. file.AsSpan(0, ipcoEnd),
            .. boxes.SelectMany(box => (byte[])[0, 0, 0, BoxLength, .. Encoding.ASCII.GetBytes(box.Box), box.Value]),
            .. file.AsSpan(ipcoEnd, listed - ipcoEnd),
            .. boxes.Select((_, at) => (byte)(0x80 | (properties + at + 1))),
            .. file.AsSpan(listed),
        ];
        var (inside, beside) = (boxes.Length * BoxLength, boxes.Length);
        turned[associations + inside + 2] += (byte)beside;
        Grow(turned, ipco, inside);
        Grow(turned, ipma + inside, beside);
        Grow(turned, Find(file, "iprp"), inside + beside);
        Grow(turned, Find(file, "meta"), inside + beside);
        Move(turned.AsSpan(Find(file, "iloc")), inside + beside);
        return turned;
    }

    private static int Find(byte[] file, string type)
    {
        var at = file.AsSpan().IndexOf(Encoding.ASCII.GetBytes(type));
        Assert.That(at, Is.Positive, $"heif-enc writes a box {type}");
        return at - 4;
    }

    private static int Length(byte[] file, int box) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(box));

    private static int Count(byte[] file, int box)
    {
        var count = 0;
        for (var at = box + 8; at < box + Length(file, box); at += Length(file, at))
        {
            count++;
        }

        return count;
    }

    private static void Grow(byte[] file, int box, int by) => BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(box), Length(file, box) + by);

    /// <summary>Every item lies behind the boxes that grew.</summary>
    private static void Move(Span<byte> iloc, int by)
    {
        var (version, bases) = (iloc[8], iloc[13] >> 4);
        Assert.That((iloc[12], bases is 0 or 4), Is.EqualTo(((byte)0x44, true)), "locations of four bytes");
        var at = 16;
        for (int left = BinaryPrimitives.ReadUInt16BigEndian(iloc[14..]); left > 0; left--)
        {
            at += version == 0 ? 4 : 6;
            var start = bases == 0 ? 0 : BinaryPrimitives.ReadInt32BigEndian(iloc[at..]);
            var place = start > 0 ? at : at + bases + 2;
            BinaryPrimitives.WriteInt32BigEndian(iloc[place..], BinaryPrimitives.ReadInt32BigEndian(iloc[place..]) + by);
            at += bases;
            Assert.That(BinaryPrimitives.ReadUInt16BigEndian(iloc[at..]), Is.EqualTo(1), "one extent each");
            at += 10;
        }
    }
}
