using MediaGuard.Media;

namespace MediaGuard.Ingest.Names;

/// <summary>A person's names taken apart: every given name and surname the person may be called by.</summary>
internal sealed class NameParts
{
    private static readonly HashSet<string> Particles = new(StringComparer.OrdinalIgnoreCase)
    {
        "al", "ap", "ben", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el", "ibn", "la", "le", "mac", "mc", "ni", "o", "san", "st", "st.", "ter", "van", "von", "zu",
    };

    private static readonly HashSet<string> Suffixes = new(StringComparer.OrdinalIgnoreCase) { "jr", "jr.", "sr", "sr.", "ii", "iii", "iv" };

    private NameParts(NamedPerson person) => Person = person;

    public NamedPerson Person { get; }
    public HashSet<NameForm> Given { get; } = [];
    public HashSet<NameForm> Surnames { get; } = [];
    public HashSet<string> Middle { get; } = new(StringComparer.Ordinal);

    public bool HasInitial(char letter) => Given.Any(form => form.Key[0] == letter);

    public bool HasSurnameInitial(char letter) => Surnames.Any(form => form.Key[0] == letter);

    public static NameParts Of(NamedPerson person)
    {
        var parts = new NameParts(person);
        var words = Words(person.FullName);
        var last = words.Count - 1;
        while (last > 1 && Particles.Contains(words[last - 1]))
        {
            last--;
        }

        if (last > 0)
        {
            parts.AddSurnames(words, last);
            parts.AddGiven(words[0]);
            parts.AddGiven(words[0] + " " + words[1], unless: last < 2);
            foreach (var middle in words.Take(last).Skip(1))
            {
                parts.Middle.Add(NameForm.Of(middle).Key);
            }
        }
        else if (words.Count == 1)
        {
            parts.AddGiven(words[0]);
        }

        parts.AddCalled(person.PreferredName);
        foreach (var nickname in person.Nicknames.IsDefault ? [] : person.Nicknames)
        {
            parts.AddCalled(nickname);
        }

        return parts;
    }

    /// <summary>A name people use may repeat the surname: staff are often entered so.</summary>
    private void AddCalled(string name)
    {
        var words = Words(name);
        while (words.Count > 1 && Surnames.Contains(NameForm.Of(words[^1])))
        {
            words.RemoveAt(words.Count - 1);
        }

        if (words.Count == 1 && Surnames.Contains(NameForm.Of(words[0])))
        {
            return;
        }

        AddGiven(string.Join(' ', words));
        AddGiven(words.FirstOrDefault() ?? "");
    }

    private void AddGiven(string name, bool unless = false)
    {
        if (unless)
        {
            return;
        }

        Add(Given, name);
        var form = NameForm.Of(name);
        Given.UnionWith(ShortForms.Of(form.Key).Select(other => new NameForm(other, 0)));
        if (name.IndexOf('-', StringComparison.Ordinal) is >= 3 and var hyphen)
        {
            Add(Given, name[..hyphen]);
        }
    }

    private void AddSurnames(List<string> words, int last)
    {
        Add(Surnames, string.Join(' ', words.Skip(last)));
        Add(Surnames, words[^1]);
        if (last > 1)
        {
            Add(Surnames, string.Join(' ', words.Skip(last - 1))); // two surnames, as in Spanish
        }

        foreach (var part in words[^1].Split('-').Where(part => part.Length >= 3))
        {
            Add(Surnames, part);
        }
    }

    /// <remarks>German and Nordic letters are also written as two.</remarks>
    private static void Add(HashSet<NameForm> forms, string name)
    {
        foreach (var spelling in new[] { name, InTwoLetters(name) })
        {
            var form = NameForm.Of(spelling);
            if (form.Key.Length is > 1 and < 60)
            {
                forms.Add(form);
            }
        }
    }

    private static string InTwoLetters(string name) => name.Normalize(System.Text.NormalizationForm.FormC)
        .Replace("ä", "ae", StringComparison.OrdinalIgnoreCase).Replace("ö", "oe", StringComparison.OrdinalIgnoreCase).Replace("ü", "ue", StringComparison.OrdinalIgnoreCase)
        .Replace("ø", "oe", StringComparison.OrdinalIgnoreCase).Replace("å", "aa", StringComparison.OrdinalIgnoreCase);

    private static List<string> Words(string name)
    {
        var plain = NameText.Usable(name);
        var comma = plain.IndexOf(',', StringComparison.Ordinal);
        plain = comma < 0 ? plain : plain[(comma + 1)..] + " " + plain[..comma];
        var words = plain.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Where(word => !Suffixes.Contains(word)).ToList();
        while (words.Count > 1 && Titles.Contains(NameForm.Of(words[0]).Key))
        {
            words.RemoveAt(0);
        }

        return words;
    }
}
