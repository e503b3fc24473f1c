using System.Buffers.Binary;

namespace MediaGuard.Web.Tests;

/// <summary>A moving GIF and a BMP, byte by byte, of one shade each.</summary>
internal static class OddPictures
{
    private const int Side = 96;
    private const int Shades = 128;

    /// <summary>Two frames of different shades.</summary>
    public static byte[] MovingGif(byte shade)
    {
        var table = Enumerable.Range(0, Shades).SelectMany(value => new[] { (byte)(2 * value), (byte)(2 * value), shade });
        return [.. "GIF89a"u8, Side, 0, Side, 0, 0xF6, 0, 0, .. table, .. Frame(60), .. Frame(110), 0x3B];
    }

    /// <summary>24 bits a pixel, no compression.</summary>
    public static byte[] Bmp(byte red, byte green, byte blue)
    {
        var file = new byte[54 + (Side * Side * 3)];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), Side);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), Side);
        (file[26], file[28]) = (1, 24);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(34), file.Length - 54);
        for (var at = 54; at < file.Length; at += 3)
        {
            (file[at], file[at + 1], file[at + 2]) = (blue, green, red);
        }

        return file;
    }

    /// <summary>Codes of one byte each: the table is cleared before they would need nine bits.</summary>
    private static byte[] Frame(byte value)
    {
        var codes = Enumerable.Range(0, Side * Side).SelectMany(pixel => pixel % 100 == 0 ? new byte[] { Shades, value } : [value]).Append((byte)(Shades + 1));
        var blocks = codes.Chunk(255).SelectMany(block => block.Prepend((byte)block.Length));
        return [0x21, 0xF9, 4, 0, 10, 0, 0, 0, 0x2C, 0, 0, 0, 0, Side, 0, Side, 0, 0, 7, .. blocks, 0];
    }
}
