using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using MediaGuard.Ingest.Formats.Jpeg;

namespace MediaGuard.Ingest.Tests.Cleaning;

/// <summary>Makes malformed files out of good ones, the same for the same seed.</summary>
internal sealed class HostileFiles(Func<string, byte[]> picture, int seed)
{
    private static readonly string[] Kinds = ["jpg", "progressive", "png", "interlaced", "webp", "gif", "tif", "heic", "avif"];

    private readonly Random _random = new(seed);

    public IEnumerable<(string Kind, byte[] File)> All() =>
        [.. Cuts(), .. Flips(), .. Holes(), .. Lies(), .. Loops(), .. Bombs(), .. Strangers(), .. Noise()];

    /// <summary>Cut at and beside every segment of a JPEG and every chunk of a PNG; elsewhere at random.</summary>
    private IEnumerable<(string, byte[])> Cuts()
    {
        var jpeg = picture("jpg");
        foreach (var at in JpegWalk.Walk(jpeg).Segments.SelectMany(segment => new[] { segment.Payload.Start.Value - 3, segment.Payload.Start.Value, segment.Payload.End.Value }).Distinct())
        {
            yield return ("cut jpg segment", jpeg[..at]);
        }

        var png = picture("png");
        for (var at = 8; at < png.Length; at += 12 + BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at)))
        {
            yield return ("cut png chunk", png[..at]);
            yield return ("cut png chunk", png[..(at + 6)]);
        }

        foreach (var kind in Kinds)
        {
            for (var round = 0; round < 5; round++)
            {
                yield return ($"cut {kind}", picture(kind)[.._random.Next(picture(kind).Length)]);
            }
        }
    }

    private IEnumerable<(string, byte[])> Flips()
    {
        foreach (var kind in Kinds)
        {
            for (var round = 0; round < 10; round++)
            {
                var file = picture(kind).ToArray();
                var within = round % 2 == 0 ? Math.Min(file.Length, 400) : file.Length;
                for (var flip = 0; flip <= round; flip++)
                {
                    file[_random.Next(within)] ^= (byte)(1 << _random.Next(8));
                }

                yield return ($"flip {kind}", file);
            }
        }
    }

    private IEnumerable<(string, byte[])> Holes()
    {
        foreach (var kind in Kinds)
        {
            for (var round = 0; round < 3; round++)
            {
                var file = picture(kind).ToArray();
                var at = _random.Next(file.Length / 2);
                file.AsSpan(at, Math.Min(file.Length - at, 600)).Fill(round == 2 ? (byte)0xFF : (byte)0);
                yield return ($"hole {kind}", file);
            }
        }
    }

    /// <summary>Every length field near the head of a file says something else.</summary>
    private IEnumerable<(string, byte[])> Lies()
    {
        var jpeg = picture("jpg");
        foreach (var segment in JpegWalk.Walk(jpeg).Segments.Where(segment => segment.Payload.Start.Value - 2 > 2))
        {
            foreach (ushort lie in (ushort[])[0, 1, 2, 0x7FFF, 0xFFFF])
            {
                yield return ("lie jpg", With(jpeg, file => BinaryPrimitives.WriteUInt16BigEndian(file.AsSpan(segment.Payload.Start.Value - 2), lie)));
            }
        }

        foreach (uint lie in (uint[])[0, 1, 7, 8, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF])
        {
            yield return ("lie png", With(picture("png"), file => BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(33), lie)));
            yield return ("lie webp", With(picture("webp"), file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), lie)));
            yield return ("lie webp", With(picture("webp"), file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(16), lie)));
            yield return ("lie tif", With(picture("tif"), file => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), lie)));
            foreach (var kind in (string[])["heic", "avif"])
            {
                var after = BinaryPrimitives.ReadInt32BigEndian(picture(kind));
                yield return ($"lie {kind}", With(picture(kind), file => BinaryPrimitives.WriteUInt32BigEndian(file, lie)));
                yield return ($"lie {kind}", With(picture(kind), file => BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(after), lie)));
                yield return ($"lie {kind} iloc", With(picture(kind), file => BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(file.AsSpan().IndexOf("iloc"u8) + 20), lie)));
            }
        }
    }

    private IEnumerable<(string, byte[])> Loops()
    {
        var tif = picture("tif");
        var first = BinaryPrimitives.ReadInt32LittleEndian(tif.AsSpan(4));
        var next = first + 2 + (12 * BinaryPrimitives.ReadUInt16LittleEndian(tif.AsSpan(first)));
        yield return ("loop tif", With(tif, file => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(next), first)));
        yield return ("loop tif itself", With(tif, file => BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(next), next)));

        // Exif whose directory points to itself, as next, as Exif, as GPS and as sub-directory
        foreach (var tag in (ushort[])[0, 0x8769, 0x8825, 0x014A])
        {
            byte[] exif = [.. "Exif\0\0II*\0"u8, 8, 0, 0, 0, 1, 0, (byte)tag, (byte)(tag >> 8), 4, 0, 1, 0, 0, 0, 8, 0, 0, 0, 8, 0, 0, 0];
            yield return ("loop exif", Insert(picture("jpg"), 2, [0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif]));
        }

        yield return ("loop jpg starts", [.. Enumerable.Repeat((byte[])[0xFF, 0xD8], 20_000).SelectMany(two => two)]);
        yield return ("loop jpg comments", [0xFF, 0xD8, .. Enumerable.Repeat((byte[])[0xFF, 0xFE, 0, 2], 60_000).SelectMany(four => four), .. picture("jpg")[2..]]);
        yield return ("loop gif extensions", [.. picture("gif")[..13], .. Enumerable.Repeat((byte[])[0x21, 0xFE, 0], 100_000).SelectMany(three => three)]);
        yield return ("loop boxes", [.. picture("heic")[..BinaryPrimitives.ReadInt32BigEndian(picture("heic"))], .. Enumerable.Repeat((byte[])[0, 0, 0, 8, (byte)'m', (byte)'e', (byte)'t', (byte)'a'], 50_000).SelectMany(box => box)]);
        yield return ("loop scans", [.. picture("progressive")[..^2], .. Enumerable.Repeat(picture("progressive")[^400..^2], 300).SelectMany(scan => scan), 0xFF, 0xD9]);
    }

    private IEnumerable<(string, byte[])> Bombs()
    {
        foreach (var side in (ushort[])[16_000, 30_000, 65_500, 65_535, 0])
        {
            yield return ("bomb jpg", With(picture("jpg"), file => Frame(file, side)));
            yield return ("bomb progressive", With(picture("progressive"), file => Frame(file, side)));
            yield return ("bomb gif", With(picture("gif"), file =>
            {
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(6), side);
                BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(8), side);
            }));
        }

        foreach (uint side in (uint[])[14_000, 40_000, 0x7FFF_FFFF, 0xFFFF_FFFF])
        {
            yield return ("bomb png", Png(side, side, 8, new byte[1000]));
            foreach (var kind in (string[])["heic", "avif"])
            {
                yield return ($"bomb {kind}", With(picture(kind), file =>
                {
                    var size = file.AsSpan(file.AsSpan().IndexOf("ispe"u8) + 8);
                    BinaryPrimitives.WriteUInt32BigEndian(size, side);
                    BinaryPrimitives.WriteUInt32BigEndian(size[4..], side);
                }));
            }

            yield return ("bomb tif", With(picture("tif"), file => TiffSides(file, side)));
            yield return ("bomb bmp", Bmp(side));
        }

        yield return ("bomb png inflates", Png(64, 64, 8, new byte[300 << 20]));
        yield return ("bomb png large and true", Png(13_000, 13_000, 1, new byte[(1 + 1625) * 13_000]));
        yield return ("bomb png text", InsertChunk(picture("png"), "zTXt", [.. "x\0\0"u8, .. Deflate(new byte[200 << 20])]));
        yield return ("bomb png profile", InsertChunk(picture("png"), "iCCP", [.. "x\0\0"u8, .. Deflate(new byte[200 << 20])]));
        yield return ("bomb webp", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0x3F, 0, 0xFF, 0x3F, 0]);
        yield return ("bomb webp canvas", [.. "RIFF"u8, 22, 0, 0, 0, .. "WEBPVP8X"u8, 10, 0, 0, 0, 2, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    }

    /// <summary>What is something else, or two things at once.</summary>
    private IEnumerable<(string, byte[])> Strangers()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("evil.html").Open();
            entry.Write("<script>alert(1)</script>"u8);
        }

        byte[] html = [.. "<!doctype html><html><script>alert(1)</script><!--"u8];
        foreach (var kind in Kinds)
        {
            yield return ($"zip behind {kind}", [.. picture(kind), .. zip.ToArray()]);
            yield return ($"html behind {kind}", [.. picture(kind), .. html]);
            yield return ($"html before {kind}", [.. html, .. picture(kind)]);
        }

        yield return ("html in jpg", Insert(picture("jpg"), 2, [0xFF, 0xFE, 0, (byte)(html.Length + 2), .. html]));
        yield return ("html gif", [.. "GIF89a/*"u8, .. html, .. "*/"u8]);
        yield return ("zip", zip.ToArray());
        foreach (var text in (string[])
        [
            "", "x", "<svg xmlns='http://www.w3.org/2000/svg'><image href='/etc/passwd'/></svg>", "<?xml version='1.0'?><image><read filename='/etc/passwd'/></image>",
            "push graphic-context\nviewbox 0 0 640 480\nimage over 0,0 0,0 'https://127.0.0.1/'\npop graphic-context", "@/etc/passwd", "%!PS\n(/etc/passwd) run", "%PDF-1.7\n",
            "P6 60000 60000 255\n", "MZ\u0090", "#!/bin/sh\nid", "BM", "II*\0", "MM\0*", "RIFF\0\0\0\0WEBP", "\0\0\0\u0018ftypheic", "8BPS", "gimp xcf ", "#?RADIANCE\n", "SIMPLE  =", "qoif",
        ])
        {
            yield return ("stranger", Encoding.Latin1.GetBytes(text));
        }
    }

    private IEnumerable<(string, byte[])> Noise()
    {
        foreach (var kind in Kinds)
        {
            foreach (var head in (int[])[4, 12, 60])
            {
                var noise = new byte[20_000];
                _random.NextBytes(noise);
                picture(kind).AsSpan(0, head).CopyTo(noise);
                yield return ($"noise {kind}", noise);
            }
        }

        yield return ("zeros", new byte[100_000]);
        yield return ("ones", [.. Enumerable.Repeat((byte)0xFF, 100_000)]);
    }

    private static byte[] With(byte[] file, Action<byte[]> change)
    {
        var copy = file.ToArray();
        change(copy);
        return copy;
    }

    private static byte[] Insert(byte[] file, int at, byte[] piece) => [.. file[..at], .. piece, .. file[at..]];

    private static void Frame(byte[] jpeg, ushort side)
    {
        var frame = JpegWalk.Walk(jpeg).Segments.First(segment => JpegMarker.IsFrame(segment.Marker)).Payload.Start.Value;
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 1), side);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 3), side);
    }

    private static void TiffSides(byte[] file, uint side)
    {
        var at = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4));
        for (var entry = 0; entry < BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at)); entry++)
        {
            var field = file.AsSpan(at + 2 + (entry * 12), 12);
            if (BinaryPrimitives.ReadUInt16LittleEndian(field) is 256 or 257)
            {
                BinaryPrimitives.WriteUInt16LittleEndian(field[2..], 4);
                BinaryPrimitives.WriteUInt32LittleEndian(field[8..], side);
            }
        }
    }

    private static byte[] Bmp(uint side)
    {
        var file = new byte[100];
        "BM"u8.CopyTo(file);
        file[2] = 100;
        file[10] = 54;
        file[14] = 40;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(18), side);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(22), side);
        (file[26], file[28]) = (1, 24);
        return file;
    }

    private static byte[] Png(uint width, uint height, byte depth, byte[] pixels)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(head, width);
        BinaryPrimitives.WriteUInt32BigEndian(head.AsSpan(4), height);
        head[8] = depth;
        return [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, .. Chunk("IHDR", head), .. Chunk("IDAT", Deflate(pixels)), .. Chunk("IEND", [])];
    }

    private static byte[] InsertChunk(byte[] png, string type, byte[] body) => Insert(png, 33, Chunk(type, body));

    private static byte[] Chunk(string type, byte[] body)
    {
        var chunk = new byte[body.Length + 12];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        body.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 8), Crc(chunk.AsSpan(4, body.Length + 4)));
        return chunk;
    }

    private static byte[] Deflate(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zlib.Write(bytes);
        }

        return packed.ToArray();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFF_FFFFu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ (0xEDB8_8320u & (0u - (crc & 1)));
            }
        }

        return ~crc;
    }
}
