using System.Collections.Immutable;
using MediaGuard.Media;

namespace MediaGuard.Consent.Import;

/// <summary>Which column of a file is what; null where the file has none.</summary>
public sealed record ColumnPlan(
    int? Key, int? FullName, int? Forename, int? Surname, int? Preferred, int? Class, int? Year, int? Leaving, int? Exported, ImmutableSortedDictionary<string, int> Answers)
{
    /// <summary>Other names people use, all in one cell.</summary>
    public int? Nicknames { get; init; }

    /// <summary>Parents and guardians.</summary>
    public ImmutableArray<ContactColumns> Contacts { get; init; } = [];

    internal int Known => new[] { Key, FullName, Forename, Surname, Preferred, Class, Year, Leaving }.Count(c => c is not null);

    internal IEnumerable<(PurposeId Purpose, int Column)> Purposes => Answers.Select(a => (new PurposeId(a.Key), a.Value));
}
