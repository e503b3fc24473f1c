namespace MediaGuard.Ingest.Names;

/// <summary>One spelling of a name, ready for looking up.</summary>
/// <param name="Key">Letters only, lower case, without marks.</param>
/// <param name="Parts">A bit for each letter a part of the name begins at: <c>annemarie</c> may be written as two words there and nowhere else.</param>
internal readonly record struct NameForm(string Key, ulong Parts)
{
    public static NameForm Of(string name)
    {
        var text = NameText.Of(name);
        return text.Words.Length == 0 ? new("", 0) : new(text.Slice(0, text.Words.Length).ToString(), Bits(text));
    }

    public override string ToString() => nameof(NameForm);

    private static ulong Bits(NameText text)
    {
        var bits = 0UL;
        foreach (var word in text.Words.Skip(1))
        {
            bits |= word.Start > 63 ? 0 : 1UL << word.Start;
        }

        return bits;
    }
}
