using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Something done about an incident: somebody was told, or a note. Append-only.</summary>
internal sealed class IncidentEntryRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public Guid IncidentId { get; set; }

    /// <summary>Who was told; null for a note.</summary>
    public IncidentParty? Told { get; set; }
    public string Text { get; set; } = "";
    public Instant At { get; set; }
    public UserId By { get; set; }
}
