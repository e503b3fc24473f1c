using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>Somebody to be told, and whether they were.</summary>
public sealed record DutyView(IncidentParty Party, IncidentSpeed Speed, Instant Due, DutyStanding Standing, Instant? ToldAt)
{
    public bool IsOpen => Standing is DutyStanding.Waiting or DutyStanding.Overdue;
}
