using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A parent or guardian of a person on the register.</summary>
internal sealed class GuardianRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>Where their link goes; empty for none.</summary>
    public string Email { get; set; } = "";

    /// <summary>Parental responsibility: their no stands until the lead records otherwise, and only they may say yes.</summary>
    public bool HasResponsibility { get; set; }

    /// <summary>The day they ceased to be a guardian. What they said before stands.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>The import that made the row; null when made by hand.</summary>
    public Guid? RunId { get; set; }
    public long Version { get; set; }

    /// <summary>The day they were told in writing of the biometric processing.</summary>
    public DateOnly? NotifiedOn { get; set; }

    /// <summary>The day they objected to it.</summary>
    public DateOnly? ObjectedOn { get; set; }
}
