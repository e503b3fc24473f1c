namespace MediaGuard.Ingest.Names;

/// <summary>Judges whether a word that is also an everyday one is meant as a name.</summary>
internal sealed class LoneWords(NameText text, NameField field, bool[] sure)
{
    private static readonly HashSet<string> Connectors = new(StringComparer.Ordinal) { "and", "n" };

    /// <summary>An everyday word, or too short to be sure of.</summary>
    public bool IsOrdinary(NameSpan span)
    {
        var key = text.Slice(span.From, span.To);
        return key.Length < 3 || OrdinaryWords.Contains(key) || (key[^1] == 's' && OrdinaryWords.Contains(key[..^1]));
    }

    /// <summary>An everyday given name and an everyday surname make a full name only where they are written like one: "Rose White", "rose_white", not "rose white".</summary>
    public bool MayFollow(NameSpan given, NameSpan surname) =>
        !IsOrdinary(given) || !IsOrdinary(surname) || field is NameField.Person
        || text.Words[surname.From].Before is NameGap.Soft or NameGap.Joiner
        || (text.Words[given.From].IsCapital && text.Words[surname.From].IsCapital);

    /// <summary>An everyday surname before a given name: with a comma, or at a text's beginning written as one ("brown_amelia"); "sports day - Amelia" and "white rose" are none.</summary>
    public bool MayStandFirst(NameSpan surname, NameSpan given) =>
        !IsOrdinary(surname) || field is NameField.Person || text.Words[given.From].Before is NameGap.Comma
        || (!IsOrdinary(given) && surname.From == 0 && text.Words[given.From].Before is NameGap.Soft or NameGap.Joiner);

    /// <summary>Whether a surname's initial stands behind a given name. "May I" and "Grace a day" are none.</summary>
    public bool HasInitial(NameSpan given)
    {
        if (given.To >= text.Words.Length || text.Words[given.To].Length > 1)
        {
            return false;
        }

        var isLast = given.To + 1 == text.Words.Length;
        var next = text.Words[given.To];
        if (!isLast && text.Words[given.To + 1].Before == NameGap.Soft)
        {
            return false; // the O of O'Neill
        }

        return !IsOrdinary(given) || isLast || next.Before is NameGap.Soft or NameGap.Joiner || (next.IsCapital && text.Word(given.To)[0] != 'i' && !text.Words[given.To + 1].IsCapital);
    }

    public Sureness SurenessOf(NameSpan given)
    {
        if (field is NameField.Person)
        {
            return Sureness.PreferredOnly;
        }

        if (Sayings.Tell(text, given.From, given.To))
        {
            return Sureness.Weak;
        }

        return !IsOrdinary(given) || IsListed(given) || IsCapitalAmongSmall(given) ? Sureness.PreferredOnly : Sureness.Weak;
    }

    /// <summary>"Amelia and Rose", "Jack, Isla": a sure name on the other side of a comma or an "and".</summary>
    private bool IsListed(NameSpan span)
    {
        var (before, after) = (span.From - 1, span.To);
        return (before >= 0 && text.Words[span.From].Before == NameGap.Comma && sure[before])
            || (before >= 1 && Connectors.Contains(text.Word(before).ToString()) && sure[before - 1])
            || (after < sure.Length && text.Words[after].Before == NameGap.Comma && sure[after])
            || (after + 1 < sure.Length && Connectors.Contains(text.Word(after).ToString()) && sure[after + 1]);
    }

    /// <summary>"painting with Rose today": a capital where every other word but the first begins small. Months and feasts have theirs anyway.</summary>
    private bool IsCapitalAmongSmall(NameSpan span)
    {
        if (span.From == 0 || span.Words > 1 || !text.Words[span.From].IsCapital || text.Words[span.From].Before is not NameGap.Space || OrdinaryWords.IsCalendar(text.Slice(span.From, span.To)))
        {
            return false;
        }

        var small = 0;
        for (var at = 1; at < text.Words.Length; at++)
        {
            if (at != span.From && text.Words[at].IsCapital)
            {
                return false;
            }

            small += text.Words[at].IsCapital ? 0 : 1;
        }

        return small + (text.Words[0].IsCapital ? 0 : 1) >= 2;
    }
}
