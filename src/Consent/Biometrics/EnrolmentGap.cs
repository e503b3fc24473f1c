namespace MediaGuard.Consent.Biometrics;

/// <summary>What keeps a person from being enrolled and compared.</summary>
public enum EnrolmentGap
{
    /// <summary>The person refused. Nobody can consent it away.</summary>
    PersonRefused,

    /// <summary>No parent or guardian is on the register, so none was told.</summary>
    NoGuardianOnRecord,

    /// <summary>A parent or guardian was not told in writing.</summary>
    GuardianNotNotified,

    /// <summary>A parent or guardian objects. One objection outweighs any consent.</summary>
    GuardianObjects,

    /// <summary>Nobody has consented, or the consent has ended.</summary>
    NoConsent,

    /// <summary>Consent was refused or withdrawn.</summary>
    ConsentRefused,

    /// <summary>Consent was given, but not in writing, or without evidence of it.</summary>
    ConsentNotWritten,

    /// <summary>Of a pupil: it is not on record that one of their parents or guardians gave the consent.</summary>
    ConsentNotByParent,

    /// <summary>The person has left the school.</summary>
    HasLeft,
}
