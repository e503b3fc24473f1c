using System.Globalization;
using System.Text;

namespace MediaGuard.Ingest.Names;

/// <summary>A text as the letters and words names are made of: compatibility-decomposed (Unicode NFKD), without marks, lower case. Total on any text; at most <see cref="Longest"/> characters are read.</summary>
/// <remarks>The letters of all words lie side by side, so that several words in a row are one slice: "Anne-Marie", "AnneMarie" and "annemarie" look the same.</remarks>
internal sealed class NameText
{
    public const int Longest = 1000;

    private readonly char[] _letters;
    private readonly int[] _places;

    private NameText(char[] letters, int[] places, NameWord[] words) => (_letters, _places, Words) = (letters, places, words);

    public NameWord[] Words { get; }

    public static NameText Of(string text)
    {
        var (decomposed, origins) = Decompose(text);
        var plain = NameNoise.Blank(decomposed);
        var letters = new StringBuilder(plain.Length);
        var places = new List<int>(plain.Length);
        var read = 0;
        var marks = new List<(NameGap Gap, bool IsUpper)>(plain.Length);
        var gap = NameGap.Break;
        var parted = true;
        var apostrophe = false;
        foreach (var rune in new string(plain).EnumerateRunes())
        {
            var place = origins[read];
            read += rune.Utf16SequenceLength;
            var category = Rune.GetUnicodeCategory(rune);
            if (category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.Format)
            {
                continue;
            }

            if (!Rune.IsLetter(rune))
            {
                apostrophe = IsApostrophe(rune) && !parted;
                gap = apostrophe ? gap : (NameGap)Math.Max((int)GapOf(rune, category), parted ? (int)gap : 0);
                parted |= !apostrophe;
                continue;
            }

            var spelling = Fold(Rune.ToLowerInvariant(rune));
            for (var at = 0; at < spelling.Length; at++)
            {
                var first = at == 0;
                marks.Add((first && parted ? gap : first && apostrophe ? NameGap.Soft : (NameGap)(-1), Rune.IsUpper(rune)));
                places.Add(place);
            }

            letters.Append(spelling);
            (parted, apostrophe, gap) = (false, false, NameGap.Soft);
        }

        return new(letters.ToString().ToCharArray(), [.. places], [.. Split(marks, letters)]);
    }

    /// <summary>Where in the text that was read the words from one to another begin, and the place of their last letter.</summary>
    public (int First, int Last) Place(int from, int to) => (_places[Words[from].Start], _places[Words[to - 1].End - 1]);

    /// <summary>The letters from one word to another, the second left out.</summary>
    public ReadOnlySpan<char> Slice(int from, int to) => _letters.AsSpan(Words[from].Start, Words[to - 1].End - Words[from].Start);

    public ReadOnlySpan<char> Word(int at) => Slice(at, at + 1);

    /// <summary>A bit for each place inside the slice where words are parted by more than case or an apostrophe, counted in letters from its start.</summary>
    public ulong Parted(int from, int to)
    {
        var bits = 0UL;
        for (var at = from + 1; at < to; at++)
        {
            var place = Words[at].Start - Words[from].Start;
            bits |= Words[at].Before == NameGap.Soft || place > 63 ? 0 : 1UL << place;
        }

        return bits;
    }

    /// <summary>Words begin at gaps, at a capital behind a small letter, and at the last capital of several before a small letter (<c>IMGAmelia</c>). An <c>'s</c> at a word's end is left out.</summary>
    private static IEnumerable<NameWord> Split(List<(NameGap Gap, bool IsUpper)> marks, StringBuilder letters)
    {
        var start = 0;
        for (var at = 1; at <= marks.Count; at++)
        {
            if (at < marks.Count && !Begins(marks, at))
            {
                continue;
            }

            var before = (NameGap)Math.Max((int)marks[start].Gap, 0);
            var possessive = at - start == 1 && letters[start] == 's' && start > 0 && marks[start].Gap == NameGap.Soft && (at == marks.Count || marks[at].Gap > NameGap.Soft);
            if (!possessive)
            {
                yield return new(start, at, before, marks[start].IsUpper);
            }

            start = at;
        }
    }

    private static bool Begins(List<(NameGap Gap, bool IsUpper)> marks, int at)
    {
        var (gap, upper) = marks[at];
        var followed = at + 1 < marks.Count && marks[at + 1] is { Gap: < NameGap.Soft, IsUpper: false };
        return gap >= NameGap.Soft || (upper && (!marks[at - 1].IsUpper || followed));
    }

    /// <summary>The usable text, decomposed rune by rune, and for each of its characters the place it comes from. Whole texts differ from this in the order of marks alone, which are left out.</summary>
    private static (string Text, List<int> Origins) Decompose(string text)
    {
        var usable = Usable(text);
        var decomposed = new StringBuilder(usable.Length);
        var origins = new List<int>(usable.Length);
        var place = 0;
        foreach (var rune in usable.EnumerateRunes())
        {
            var before = decomposed.Length;
            _ = rune.IsAscii ? decomposed.Append((char)rune.Value) : decomposed.Append(rune.ToString().Normalize(NormalizationForm.FormKD));
            for (; before < decomposed.Length; before++)
            {
                origins.Add(place);
            }

            place += rune.Utf16SequenceLength;
        }

        return (decomposed.ToString(), origins);
    }

    /// <summary>At most <see cref="Longest"/> characters; half surrogate pairs, controls and code points that are none become spaces: normalising refuses some of them.</summary>
    public static string Usable(string text)
    {
        var plain = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.AsSpan(0, Math.Min(text.Length, Longest)).EnumerateRunes())
        {
            var usable = Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate);
            plain.Append(usable ? rune.ToString() : new string(' ', rune.Utf16SequenceLength)); // a place in it is the same place in the text
        }

        return plain.ToString();
    }

    private static NameGap GapOf(Rune rune, UnicodeCategory category) => rune.Value switch
    {
        ',' or ';' or '&' or '+' => NameGap.Comma,
        '-' or '_' or '.' or '(' or ')' => NameGap.Joiner,
        '!' or '?' or ':' or '/' or '\\' or '|' => NameGap.Break,
        _ when category is UnicodeCategory.DashPunctuation or UnicodeCategory.ConnectorPunctuation || Rune.IsDigit(rune) || Rune.IsNumber(rune) => NameGap.Joiner,
        _ when Rune.IsWhiteSpace(rune) => NameGap.Space,
        _ => NameGap.Break,
    };

    private static bool IsApostrophe(Rune rune) => rune.Value is '\'' or '`' or 0x2018 or 0x2019 or 0x201B or 0x02BC or 0x02B9 or 0x02BB or 0x2032 or 0x2035 or 0xA78C;

    /// <summary>Letters that Unicode does not decompose, as English spells them.</summary>
    private static string Fold(Rune rune) => rune.Value switch
    {
        0xDF => "ss",
        0xE6 => "ae",
        0xF0 or 0x111 => "d",
        0xF8 => "o",
        0xFE => "th",
        0x127 => "h",
        0x131 => "i",
        0x142 => "l",
        0x14B => "n",
        0x153 => "oe",
        0x167 => "t",
        _ => rune.ToString(),
    };
}
