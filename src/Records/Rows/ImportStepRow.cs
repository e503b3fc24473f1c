using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>What a row was before an import changed it: a person's, or the last day of a membership. What an import made is known by its run's id instead.</summary>
internal sealed class ImportStepRow
{
    public SchoolId SchoolId { get; set; }
    public Guid RunId { get; set; }
    public int Number { get; set; }
    public PersonId PersonId { get; set; }

    /// <summary>The membership that was ended; null for the person's own row.</summary>
    public Guid? MembershipId { get; set; }

    /// <summary>The guardian whose address or responsibility changed; null for the person's own row.</summary>
    public Guid? GuardianId { get; set; }
    public string Email { get; set; } = "";
    public bool HasResponsibility { get; set; }
    public string FullName { get; set; } = "";
    public string PreferredName { get; set; } = "";
    public string Nicknames { get; set; } = "";
    public string? ExternalKey { get; set; }
    public int? YearGroup { get; set; }

    /// <summary>The day before: of leaving, or of the membership's end.</summary>
    public DateOnly? Day { get; set; }

    /// <summary>What the run set it to.</summary>
    public DateOnly? DayAfter { get; set; }

    /// <summary>The person row's version once the run was through; another one means somebody changed it since.</summary>
    public long VersionAfter { get; set; }
}
