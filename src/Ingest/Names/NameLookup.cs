using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>A register prepared for finding names: spelling to people. Made once for each <see cref="NameIndex"/>.</summary>
internal sealed class NameLookup
{
    private readonly Dictionary<string, List<NameEntry>> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameEntry>> _surnames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NameEntry>> _glued = new(StringComparer.Ordinal);

    private NameLookup(NameIndex index) => People = [.. index.People.Select(NameParts.Of)];

    public NameParts[] People { get; }

    /// <summary>Letters of the longest spelling.</summary>
    public int Longest { get; private set; }

    public static NameLookup Of(NameIndex index)
    {
        var lookup = new NameLookup(index);
        for (var person = 0; person < lookup.People.Length; person++)
        {
            foreach (var form in lookup.People[person].Given)
            {
                lookup.Add(lookup._given, form.Key, new(person, form.Parts, Sureness.PreferredOnly));
            }

            foreach (var form in lookup.People[person].Surnames)
            {
                lookup.Add(lookup._surnames, form.Key, new(person, form.Parts, Sureness.Weak));
            }
        }

        for (var person = 0; person < lookup.People.Length; person++)
        {
            lookup.AddGlued(person);
        }

        return lookup;
    }

    public List<NameEntry> Given(ReadOnlySpan<char> key) => Find(_given, key);

    public List<NameEntry> Surnames(ReadOnlySpan<char> key) => Find(_surnames, key);

    /// <summary>Spellings without a gap: <c>ameliastonecrop</c>, <c>astonecrop</c>, <c>ameliab</c>.</summary>
    public List<NameEntry> Glued(ReadOnlySpan<char> key) => Find(_glued, key);

    private static List<NameEntry> Find(Dictionary<string, List<NameEntry>> spellings, ReadOnlySpan<char> key) =>
        spellings.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(key, out var entries) ? entries : [];

    private void AddGlued(int person)
    {
        foreach (var surname in People[person].Surnames)
        {
            foreach (var given in People[person].Given)
            {
                AddGlued(person, given.Key + surname.Key, given.Parts | (surname.Parts << given.Key.Length), Sureness.Full, shortest: 6);
                AddGlued(person, surname.Key + given.Key, surname.Parts | (given.Parts << surname.Key.Length), Sureness.Full, shortest: 6);

                // "amelias" is Amelia's far oftener than Amelia S.
                if (given.Key.Length >= 4 && surname.Key[0] != 's' && !OrdinaryWords.Contains(given.Key))
                {
                    AddGlued(person, given.Key + surname.Key[0], given.Parts, Sureness.PreferredAndInitial, shortest: 5);
                }

                if (surname.Key.Length >= 5 && !OrdinaryWords.Contains(surname.Key))
                {
                    AddGlued(person, given.Key[0] + surname.Key, surname.Parts << 1, Sureness.PreferredAndInitial, shortest: 6);
                    AddGlued(person, surname.Key + given.Key[0], surname.Parts, Sureness.PreferredAndInitial, shortest: 6);
                }
            }
        }
    }

    private void AddGlued(int person, string key, ulong parts, Sureness sureness, int shortest)
    {
        if (key.Length >= shortest && !_given.ContainsKey(key) && !_surnames.ContainsKey(key) && !OrdinaryWords.Contains(key))
        {
            Add(_glued, key, new(person, parts, sureness));
        }
    }

    private void Add(Dictionary<string, List<NameEntry>> spellings, string key, NameEntry entry)
    {
        Longest = Math.Max(Longest, key.Length);
        if (!spellings.TryGetValue(key, out var entries))
        {
            spellings[key] = entries = [];
        }

        if (!entries.Contains(entry))
        {
            entries.Add(entry);
        }
    }
}
