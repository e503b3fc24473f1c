using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>One row; its number is that of a spreadsheet. Cells are trimmed.</summary>
internal sealed record TableRow(int Number, ImmutableArray<string> Cells)
{
    public override string ToString() => $"row {Number}";
}
