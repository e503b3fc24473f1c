namespace MediaGuard.Ingest.Names;

/// <summary>Words of a text in a row that spell a name, and whom they may mean.</summary>
internal sealed record NameSpan(int From, int To, IReadOnlyList<NameEntry> Entries)
{
    public int Words => To - From;
}
