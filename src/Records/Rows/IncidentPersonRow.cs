using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Somebody whose family an incident affects.</summary>
internal sealed class IncidentPersonRow
{
    public SchoolId SchoolId { get; set; }
    public Guid IncidentId { get; set; }
    public PersonId PersonId { get; set; }
    public Instant? FamilyToldAt { get; set; }
}
