using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>One pupil as a file describes one.</summary>
/// <param name="Number">The row, as a spreadsheet numbers it.</param>
/// <param name="Key">UPN or MIS number, upper case.</param>
/// <param name="Class">Empty when the file does not say.</param>
/// <param name="Answers">For every purpose the file has a column of.</param>
public sealed record ImportRow(
    int Number, string Key, string FullName, string PreferredName, string Class, int? Year, DateOnly? Leaving, ImmutableDictionary<PurposeId, FileAnswer> Answers)
{
    /// <summary>Other names people use, parted by commas; an empty cell says nothing.</summary>
    public string Nicknames { get; init; } = "";

    /// <summary>Parents and guardians the file names.</summary>
    public ImmutableArray<FileContact> Contacts { get; init; } = [];

    /// <summary>The file has a leaving date that can't be read: whether they stay or leave is not known.</summary>
    public bool IsLeavingUnclear { get; init; }

    public override string ToString() => $"row {Number}";
}
