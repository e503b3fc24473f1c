using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

internal sealed class NameMatcher : INameMatcher, INameFinder
{
    /// <summary>A file's name, its folders and as many texts as are noted of one file.</summary>
    private const int MostTexts = 300;

    private readonly ConditionalWeakTable<NameIndex, NameLookup> _lookups = [];

    public ImmutableArray<NameHint> Match(NameIndex index, GroupId? group, IEnumerable<NameableText> texts)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(texts);
        var lookup = _lookups.GetValue(index, NameLookup.Of);
        var surest = new Dictionary<(PersonId Person, NameField Field), Sureness>();
        foreach (var text in texts.Take(MostTexts))
        {
            foreach (var hint in new TextReading(lookup, NameText.Of(text.Text), text.Field, group).Hints())
            {
                var key = (hint.Person, hint.Field);
                surest[key] = surest.TryGetValue(key, out var before) && before > hint.Sureness ? before : hint.Sureness;
            }
        }

        return [.. surest.Select(hint => new NameHint(hint.Key.Person, hint.Value, hint.Key.Field)).OrderByDescending(hint => hint.Sureness).ThenBy(hint => hint.Field).ThenBy(hint => hint.Person.Value)];
    }

    public ImmutableArray<NameFind> Find(NameIndex index, string text)
    {
        ArgumentNullException.ThrowIfNull(index);
        ArgumentNullException.ThrowIfNull(text);
        var finds = new TextReading(_lookups.GetValue(index, NameLookup.Of), NameText.Of(text), NameField.Caption, null).Finds();
        return [.. finds.Select(find => find with { Length = WithMarks(text, find.Start + find.Length) - find.Start })];
    }

    /// <summary>The end of the letter that ends there, its marks included.</summary>
    private static int WithMarks(string text, int end)
    {
        while (end < text.Length && (char.IsLowSurrogate(text[end]) || char.GetUnicodeCategory(text[end]) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
        {
            end++;
        }

        return end;
    }
}
