namespace MediaGuard.Consent.Import;

/// <summary>A row that was not read for a flaw of its own. Whoever it is about is still in the file.</summary>
/// <param name="Key">Upper case; empty when there is none that can be read.</param>
/// <param name="FullName">Empty when there is none that can be read.</param>
public sealed record LeftOutRow(string Key, string FullName)
{
    public override string ToString() => nameof(LeftOutRow);
}
