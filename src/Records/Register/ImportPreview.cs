namespace MediaGuard.Records.Register;

/// <summary>What an import would do, for whoever decides about it. Holds names: for the screen only.</summary>
/// <param name="Columns">The headings used, as found or chosen.</param>
/// <param name="Lines">The difference, by kind.</param>
/// <param name="Questions">Sentences about changes so large that they are asked about twice; empty when none is.</param>
/// <param name="Token">Names this file against this register; changes with either.</param>
public sealed record ImportPreview(
    string Encoding,
    string Delimiter,
    string Preset,
    IReadOnlyList<string> Headings,
    ImportColumns Columns,
    int Rows,
    DateOnly? ExportedOn,
    IReadOnlyList<ImportRemarkView> Remarks,
    IReadOnlyList<ImportLine> Lines,
    IReadOnlyList<string> Questions,
    string Token)
{
    /// <summary>Nothing may be applied.</summary>
    public bool IsRefused => Remarks.Any(r => r.Tone == ImportTone.Refuses);

    public int Count(string kind) => Lines.Count(l => l.Kind == kind);

    public override string ToString() => $"{Rows} rows";
}
