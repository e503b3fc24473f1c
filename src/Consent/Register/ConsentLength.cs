namespace MediaGuard.Consent.Register;

/// <summary>How long a yes lasts unless the family said otherwise. Stored by name.</summary>
public enum ConsentLength
{
    UntilLeft,
    SchoolYear,
    Months,
}
