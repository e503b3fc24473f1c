using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace MediaGuard.Web.Tests;

/// <summary>A small PNG of one colour: a picture nobody is in, different for each shade.</summary>
internal static class DrawnPicture
{
    private const int Small = 96;
    private const int Blocks = 8;

    public static byte[] Of(byte red, byte green, byte blue) => Png(Small, Pixels(red, green, blue));

    /// <summary>Nothing compresses it: a large file however it is written.</summary>
    public static byte[] Noise(int side) => Png(side, Packed(side, row => new Random(row).NextBytes));

    /// <summary>Blocks of light and dark, the same of one seed: shots of it look alike, however bright they are. Dark in the corner.</summary>
    public static byte[] Shot(int seed, byte light)
    {
        var greys = new byte[Blocks * Blocks];
        new Random(seed).NextBytes(greys);
        greys[0] = 0;
        return Png(Small, Packed(Small, y => row =>
        {
            for (var x = 0; x < row.Length; x++)
            {
                row[x] = (byte)((greys[(y * Blocks / Small * Blocks) + (x / 3 * Blocks / Small)] / 2) + light);
            }
        }));
    }

    /// <summary>An APNG of two frames.</summary>
    public static byte[] Moving(byte red, byte green, byte blue) => Png(Small, Pixels(red, green, blue), isMoving: true);

    private static byte[] Png(int side, byte[] pixels, bool isMoving = false)
    {
        using var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, side);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), side);
        header[8] = 8;
        header[9] = 2;
        Chunk(png, "IHDR", header);
        if (isMoving)
        {
            Chunk(png, "acTL", [0, 0, 0, 2, 0, 0, 0, 0]);
            Chunk(png, "fcTL", Frame(side, 0));
        }

        Chunk(png, "IDAT", pixels);
        if (isMoving)
        {
            Chunk(png, "fcTL", Frame(side, 1));
            Chunk(png, "fdAT", [0, 0, 0, 2, .. pixels]);
        }

        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    /// <summary>The whole picture, for a tenth of a second.</summary>
    private static byte[] Frame(int side, byte sequence) => [0, 0, 0, sequence, 0, 0, 0, (byte)side, 0, 0, 0, (byte)side, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 10, 0, 0];

    private static byte[] Pixels(byte red, byte green, byte blue) => Packed(Small, _ => row =>
    {
        for (var x = 0; x < row.Length; x += 3)
        {
            (row[x], row[x + 1], row[x + 2]) = (red, green, blue);
        }
    });

    private static byte[] Packed(int side, Func<int, Action<byte[]>> fill)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            var row = new byte[side * 3];
            for (var y = 0; y < side; y++)
            {
                fill(y)(row);
                zip.WriteByte(0);
                zip.Write(row);
            }
        }

        return packed.ToArray();
    }

    private static void Chunk(Stream png, string type, byte[] data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc(body));
        png.Write(number);
    }

    private static uint Crc(byte[] data)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in data)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320u;
            }
        }

        return ~crc;
    }
}
