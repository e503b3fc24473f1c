using System.Collections.Immutable;

namespace MediaGuard.Consent.Import;

/// <summary>Which heading means what, and which words are a yes or a no. Of several headings the first the file has is meant.</summary>
public sealed record ImportMapping
{
    public required string Name { get; init; }

    /// <summary>The column by which a pupil is known again: UPN or the MIS's own number.</summary>
    public ImmutableArray<string> Key { get; init; } = [];
    public ImmutableArray<string> FullName { get; init; } = [];
    public ImmutableArray<string> Forename { get; init; } = [];
    public ImmutableArray<string> Surname { get; init; } = [];
    public ImmutableArray<string> Preferred { get; init; } = [];
    public ImmutableArray<string> Nicknames { get; init; } = [];
    public ImmutableArray<string> Class { get; init; } = [];
    public ImmutableArray<string> Year { get; init; } = [];
    public ImmutableArray<string> Leaving { get; init; } = [];
    public ImmutableArray<string> Exported { get; init; } = [];

    /// <summary>Columns of parents and guardians; a file need have none.</summary>
    public ImmutableArray<ContactHeadings> Contacts { get; init; } = ImportPresets.Contacts;

    /// <summary>Columns of answers by purpose, where somebody chose them; other purposes are looked for by their words.</summary>
    public ImmutableDictionary<string, string> Answers { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>The only words that are a yes.</summary>
    public ImmutableArray<string> Yes { get; init; } = [];
    public ImmutableArray<string> No { get; init; } = [];
}
