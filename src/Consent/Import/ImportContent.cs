using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>Everything read from a file, before it is held against the register.</summary>
/// <param name="Mapping">The name of the preset used.</param>
/// <param name="ExportedOn">The day the file says it was made; null when it does not say.</param>
public sealed record ImportContent(
    string Encoding,
    string Delimiter,
    string Mapping,
    ImmutableArray<string> Headings,
    ColumnPlan Columns,
    ImmutableArray<ImportRow> Rows,
    DateOnly? ExportedOn,
    bool HasTrailer,
    bool HasLeaving,
    ImmutableArray<ImportRemark> Remarks)
{
    /// <summary>Rows that were not read for a flaw of their own.</summary>
    public ImmutableArray<LeftOutRow> LeftOut { get; init; } = [];

    public bool IsRefused => Remarks.Any(r => r.Weight == RemarkWeight.Refuses);

    public override string ToString() => $"{Rows.Length} rows";
}
