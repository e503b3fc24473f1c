using MediaGuard.Consent.Register;

namespace MediaGuard.Records.Policies;

/// <summary>One purpose of a school.</summary>
public sealed record PurposeSetting
{
    public required string Purpose { get; init; }

    /// <summary>How people call it; empty takes the purpose's own.</summary>
    public string Name { get; init; } = "";

    /// <summary>How long a yes lasts unless the family said otherwise.</summary>
    public ConsentLength Lasts { get; init; }

    /// <summary>For <see cref="ConsentLength.Months"/>.</summary>
    public int Months { get; init; } = 12;

    public LawfulBasis Basis { get; init; }
}
