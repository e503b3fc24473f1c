using MediaGuard.Consent.People;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A person on the register. The only place a name is joined to an id.</summary>
internal sealed class PersonRow
{
    /// <summary>What pages show of somebody erased.</summary>
    public const string ErasedName = "Erased person";

    public SchoolId SchoolId { get; set; }
    public PersonId Id { get; set; }
    public PersonKind Kind { get; set; }
    public string FullName { get; set; } = "";
    public string PreferredName { get; set; } = "";
    public string NormalisedName { get; set; } = "";

    /// <summary>Other names people use, parted by commas.</summary>
    public string Nicknames { get; set; } = "";
    public string NormalisedNicknames { get; set; } = "";

    /// <summary>The management information system's own key (UPN or id); null for people entered by hand.</summary>
    public string? ExternalKey { get; set; }
    public DateOnly? LeftOn { get; set; }

    /// <summary>1 to 13; Reception 0, Nursery below; null when nobody said.</summary>
    public int? YearGroup { get; set; }

    /// <summary>The import that made the row; null when made by hand.</summary>
    public Guid? RunId { get; set; }
    public bool IsProtected { get; set; }

    /// <summary>The day the person themselves refused biometric processing; no consent of anybody outweighs it.</summary>
    public DateOnly? RefusedBiometricsOn { get; set; }

    /// <summary>When the person was erased: the row keeps the id, and nothing that leads to anybody.</summary>
    public Instant? ErasedAt { get; set; }
    public long Version { get; set; }
}
