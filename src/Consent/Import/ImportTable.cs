using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>A file as rows of cells.</summary>
/// <param name="Above">Cells above the headings: a report's title and its date.</param>
/// <param name="Headings">As the file has them, trimmed.</param>
/// <param name="DeclaredRows">What a closing line such as “Total, 213” states; null without one.</param>
/// <param name="EndsWithLine">Whether the last row is ended by a line end.</param>
internal sealed record ImportTable(
    string Encoding,
    string Delimiter,
    ImmutableArray<string> Above,
    ImmutableArray<string> Headings,
    ImmutableArray<TableRow> Rows,
    int? DeclaredRows,
    bool EndsWithLine,
    ImmutableArray<ImportRemark> Remarks)
{
    public static ImportTable Unreadable(DecodedText text, RemarkKind why) =>
        new(text.Encoding, "", [], [], [], null, true, [new ImportRemark(why, RemarkWeight.Refuses, null)]);

    public override string ToString() => $"{Rows.Length} rows";
}
