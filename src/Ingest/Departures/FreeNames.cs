using System.Text;

namespace MediaGuard.Ingest.Departures;

/// <summary>The names a file may go back under when its own is taken: "name (2).ext", "name (3).ext", …</summary>
internal static class FreeNames
{
    private const int LongestName = 255;

    public static IEnumerable<string> For(string name)
    {
        yield return name;
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length];
        for (var number = 2; number < 10_000; number++)
        {
            yield return Fit(stem, $" ({number}){extension}");
        }
    }

    /// <summary>Shortens the stem, whole characters at a time, to what Linux allows in one name (255 bytes).</summary>
    private static string Fit(string stem, string tail)
    {
        var runes = stem.EnumerateRunes().ToList();
        while (runes.Count > 0 && runes.Sum(rune => rune.Utf8SequenceLength) + Encoding.UTF8.GetByteCount(tail) > LongestName)
        {
            runes.RemoveAt(runes.Count - 1);
        }

        return string.Concat(runes) + tail;
    }
}
