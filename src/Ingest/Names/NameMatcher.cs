using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

internal sealed class NameMatcher : INameMatcher
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
}
