namespace MediaGuard.Media;

/// <summary>What happened, as far as it decides who must be told.</summary>
public enum IncidentKind
{
    /// <summary>A file names a camera that the inventory does not know. One a model and day.</summary>
    UnknownCamera,
    LostDevice,

    /// <summary>A picture went to the safeguarding lead under seal.</summary>
    SealedPicture,

    /// <summary>A picture that may be against the law to hold.</summary>
    IllegalMaterial,

    /// <summary>A member of staff used pictures or devices in a way they may not.</summary>
    StaffMisuse,

    /// <summary>Personal data reached somebody it should not have.</summary>
    DataBreach,

    /// <summary>Any other risk to a child online.</summary>
    OnlineRisk,
    Other,

    /// <summary>Somebody complains of how their or their child's data is handled (Data (Use and Access) Act 2025, s103).</summary>
    Complaint,
}
