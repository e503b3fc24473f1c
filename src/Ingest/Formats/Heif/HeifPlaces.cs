using MediaGuard.Ingest.Formats.IsoMedia;

namespace MediaGuard.Ingest.Formats.Heif;

/// <summary>Where the items of a HEIF file lie in it (ISO 14496-12 §8.11.3). Total on any bytes; only what lies within the file is named.</summary>
internal static class HeifPlaces
{
    private const int MostPlaces = 20_000;

    public static List<(uint Item, Range Place)> In(ReadOnlySpan<byte> file, Range meta)
    {
        var places = new List<(uint, Range)>();
        var box = IsoBox.In(file, meta).Find(box => box.Is("iloc"u8));
        var body = box.Type == 0 ? default : file[box.Body];
        if (body.Length < 8)
        {
            return places;
        }

        var reader = new Cursor(body[6..]);
        var version = body[0];
        var (offsets, lengths, bases, indexes) = (body[4] >> 4, body[4] & 15, body[5] >> 4, version is 1 or 2 ? body[5] & 15 : 0);
        for (var items = reader.Take(version < 2 ? 2 : 4); items > 0 && !reader.IsSpent; items--)
        {
            var item = (uint)reader.Take(version < 2 ? 2 : 4);
            var inFile = version == 0 || (reader.Take(2) & 15) == 0;
            _ = reader.Take(2);
            var start = reader.Take(bases);
            for (var extents = reader.Take(2); extents > 0 && !reader.IsSpent && places.Count < MostPlaces; extents--)
            {
                _ = reader.Take(indexes);
                var (at, length) = (start + reader.Take(offsets), reader.Take(lengths));
                if (inFile && !reader.IsSpent && at <= (ulong)file.Length && length <= (ulong)file.Length - at)
                {
                    places.Add((item, (int)at..(int)(at + length)));
                }
            }
        }

        return places;
    }

    /// <summary>Big-endian numbers of any width, one after another; 0 beyond the end.</summary>
    private ref struct Cursor(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public bool IsSpent { get; private set; }

        public ulong Take(int width)
        {
            if (_bytes.Length - _at < width)
            {
                IsSpent = true;
                return 0;
            }

            var value = 0UL;
            for (var left = width; left > 0; left--)
            {
                value = (value << 8) | _bytes[_at++];
            }

            return value;
        }
    }
}
