namespace MediaGuard.Ingest.Names;

/// <summary>Every name spelt in a text, by kind.</summary>
internal sealed class TextSpans
{
    /// <summary>No name has more parts.</summary>
    private const int MostWords = 6;

    public TextSpans(NameLookup lookup, NameText text)
    {
        for (var from = 0; from < text.Words.Length; from++)
        {
            for (var to = from + 1; to <= Math.Min(text.Words.Length, from + MostWords); to++)
            {
                var key = text.Slice(from, to);
                if (key.Length > lookup.Longest + 1)
                {
                    break;
                }

                var parted = text.Parted(from, to);
                Add(Given, from, to, lookup.Given(key), parted);
                Add(Surnames, from, to, lookup.Surnames(key), parted);
                Add(Glued, from, to, lookup.Glued(key), parted);
                if (key.Length > 3 && key[^1] == 's' && lookup.Given(key).Count == 0)
                {
                    Add(Given, from, to, lookup.Given(key[..^1]), parted); // "Amelias picture"
                }
            }
        }
    }

    public List<NameSpan> Given { get; } = [];
    public List<NameSpan> Surnames { get; } = [];
    public List<NameSpan> Glued { get; } = [];

    private static void Add(List<NameSpan> spans, int from, int to, List<NameEntry> entries, ulong parted)
    {
        if (entries.Count > 0 && entries.FindAll(entry => entry.Allows(parted)) is { Count: > 0 } allowed)
        {
            spans.Add(new(from, to, allowed));
        }
    }
}
