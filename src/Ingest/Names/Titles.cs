namespace MediaGuard.Ingest.Names;

/// <summary>Words before a surname.</summary>
internal static class Titles
{
    private static readonly HashSet<string> All = new(StringComparer.Ordinal) { "mr", "mrs", "ms", "miss", "mx", "dr", "sir", "dame", "madam", "prof", "professor", "rev", "reverend" };

    public static bool Contains(string word) => All.Contains(word);

    public static bool Contains(ReadOnlySpan<char> word) => All.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
