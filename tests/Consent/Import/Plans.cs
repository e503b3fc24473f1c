using System.Collections.Immutable;
using MediaGuard.Consent.Import;
using MediaGuard.Media;

namespace MediaGuard.Consent.Tests.Import;

/// <summary>Rows of a file and people of a register that fit each other, by number.</summary>
internal static class Plans
{
    private static readonly PurposeId Website = new("website");

    public static ImportContent Content(ImmutableArray<ImportRow> rows) => new(
        "UTF-8", ",", "sims", [], new ColumnPlan(0, null, 1, 2, null, 3, 4, null, null, ImmutableSortedDictionary<string, int>.Empty), rows, null, false, false, []);

    public static KnownPerson Person(int n, GroupId group, KnownAnswer? website = null) => new(
        PersonId.New(), true, Files.Key(n), $"Forename{n} Surname{n}", $"Forename{n}", 3, null, [group],
        website is null ? ImmutableDictionary<PurposeId, KnownAnswer>.Empty : ImmutableDictionary<PurposeId, KnownAnswer>.Empty.Add(Website, website));

    public static ImportRow Row(int n, FileAnswer? website = null) => new(
        n + 1, Files.Key(n), $"Forename{n} Surname{n}", $"Forename{n}", "Oak", 3, null,
        website is { } answer ? ImmutableDictionary<PurposeId, FileAnswer>.Empty.Add(Website, answer) : ImmutableDictionary<PurposeId, FileAnswer>.Empty);
}
