using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One thing said about one purpose. Append-only.</summary>
internal sealed class ConsentRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public long Sequence { get; set; }
    public PersonId PersonId { get; set; }
    public string Purpose { get; set; } = "";
    public ConsentAnswer Answer { get; set; }
    public LawfulBasis Basis { get; set; }
    public DateOnly From { get; set; }
    public DateOnly? Until { get; set; }

    /// <summary>How it was said: form, link, telephone, import.</summary>
    public string How { get; set; } = "";

    /// <summary>Where the evidence lies, as the office wrote it.</summary>
    public string Evidence { get; set; } = "";

    /// <summary>Which parent or guardian said it, where that is on record.</summary>
    public Guid? GuardianId { get; set; }
    public Instant RecordedAt { get; set; }
    public UserId? RecordedBy { get; set; }

    /// <summary>The guardians whose no the safeguarding lead recorded it over, joined by commas.</summary>
    public string Overrode { get; set; } = "";

    /// <summary>The import that wrote it; null when written by hand.</summary>
    public Guid? RunId { get; set; }
}
