namespace MediaGuard.Consent.Import;

/// <summary>One kind of difference between a file and the register. Stored by name.</summary>
public enum ImportChangeKind
{
    NewClass,
    NewPerson,

    /// <summary>Somebody entered by hand gets the key.</summary>
    Linked,
    Renamed,
    YearChanged,
    ClassChanged,
    Left,
    Returned,

    /// <summary>A yes where there was none; of a new person, the first answer.</summary>
    ToYes,

    /// <summary>A no, a blank or an unclear word where there was a yes.</summary>
    ToNo,

    /// <summary>A no where nothing was on record, or where a yes had run out.</summary>
    FirstNo,

    /// <summary>A parent or guardian the register does not have.</summary>
    NewGuardian,

    /// <summary>Another e-mail address, or parental responsibility where none was noted.</summary>
    GuardianChanged,
}
