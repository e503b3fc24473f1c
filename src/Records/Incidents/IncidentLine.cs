using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>An incident in a list.</summary>
/// <param name="About">The camera's model or the device's label; empty otherwise. May hold a name.</param>
/// <param name="Overdue">Somebody should have been told by now.</param>
/// <param name="NextDue">Until when the next one must be told; null when all were.</param>
public sealed record IncidentLine(Guid Id, IncidentKind Kind, DateOnly Day, string About, Instant OpenedAt, Instant? ClosedAt, bool Overdue, Instant? NextDue)
{
    public override string ToString() => Id.ToString("N");
}
