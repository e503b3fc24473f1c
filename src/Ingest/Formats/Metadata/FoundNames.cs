using System.Collections.Immutable;
using System.Text;

namespace MediaGuard.Ingest.Formats.Metadata;

/// <summary>Gathers texts that may name somebody, cut to size: at most <see cref="MostNames"/> of at most <see cref="LongestText"/> characters.</summary>
internal sealed class FoundNames
{
    public const int MostNames = 200;
    public const int LongestText = 1000;

    private readonly List<FoundName> _names = [];
    private readonly HashSet<FoundName> _seen = [];

    public void Add(string field, string? text)
    {
        if (_names.Count >= MostNames || string.IsNullOrWhiteSpace(text))
        {
            return;
        }

        var tidy = Tidy(text);
        var name = new FoundName(field, tidy);
        if (tidy.Length > 0 && _seen.Add(name))
        {
            _names.Add(name);
        }
    }

    public ImmutableArray<FoundName> ToNames() => [.. _names];

    /// <summary>Whole, printable characters only: no control characters, no half of a surrogate pair, so that any database takes it.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var rune in text.EnumerateRunes())
        {
            if (tidy.Length + rune.Utf16SequenceLength > LongestText)
            {
                break;
            }

            tidy.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return tidy.ToString().Trim();
    }
}
