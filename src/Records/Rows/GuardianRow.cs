using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A parent or guardian of a person on the register.</summary>
internal sealed class GuardianRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public PersonId PersonId { get; set; }
    public string Name { get; set; } = "";

    /// <summary>The day they were told in writing of the biometric processing.</summary>
    public DateOnly? NotifiedOn { get; set; }

    /// <summary>The day they objected to it.</summary>
    public DateOnly? ObjectedOn { get; set; }
}
