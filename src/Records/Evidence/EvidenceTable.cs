namespace MediaGuard.Records.Evidence;

/// <summary>Figures under a question. The first column names the row.</summary>
public sealed record EvidenceTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    public static EvidenceTable Of<T>(string title, IReadOnlyList<string> columns, IEnumerable<T> rows, Func<T, IReadOnlyList<string>> row) => new(title, columns, [.. rows.Select(row)]);
}
