using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>Bytes of an export to pupils, with everything that was odd about it.</summary>
public static class ImportReader
{
    /// <summary>Far above the largest school's export.</summary>
    public const int MostBytes = 20 << 20;

    /// <summary>The preset that knows most of the file's headings.</summary>
    public static ImportMapping PresetOf(ReadOnlyMemory<byte> bytes) =>
        ColumnFinder.Best(bytes.Length > MostBytes ? [] : TableReader.Read(TextDecoder.Decode(bytes.Span), cells => ColumnFinder.Known(cells, ColumnFinder.Best(cells))).Headings);

    /// <summary>Reads the whole file. What is wrong with it is among the remarks; nothing throws.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="mapping">How to read it; null finds the preset that knows most of its headings.</param>
    /// <param name="purposes">The school's purposes.</param>
    public static ImportContent Read(ReadOnlyMemory<byte> bytes, ImportMapping? mapping, IReadOnlyCollection<string> purposes)
    {
        var table = bytes.Length > MostBytes
            ? ImportTable.Unreadable(new DecodedText("", "", false), RemarkKind.TooLarge)
            : TableReader.Read(TextDecoder.Decode(bytes.Span), cells => mapping is null ? ColumnFinder.Known(cells, ColumnFinder.Best(cells)) : ColumnFinder.Known(cells, mapping));
        var used = mapping ?? ColumnFinder.Best(table.Headings);
        var (columns, remarks) = ColumnFinder.Resolve(table.Headings, used, purposes);
        ImmutableArray<ImportRemark> said = table.Headings.IsEmpty ? table.Remarks : [.. table.Remarks, .. remarks];
        if (said.Any(r => r.Weight == RemarkWeight.Refuses))
        {
            return new ImportContent(table.Encoding, table.Delimiter, used.Name, table.Headings, columns, [], null, false, false, said);
        }

        var rows = new RowReader(table, columns, used);
        var read = rows.Read();
        return new ImportContent(
            table.Encoding, table.Delimiter, used.Name, table.Headings, columns, read, rows.ExportedOn(), table.DeclaredRows is not null, columns.Leaving is not null, [.. said, .. rows.Remarks])
        {
            LeftOut = [.. rows.LeftOut],
        };
    }
}
