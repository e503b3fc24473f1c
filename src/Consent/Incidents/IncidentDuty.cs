using MediaGuard.Media;

namespace MediaGuard.Consent.Incidents;

/// <summary>Whom to tell, and how soon.</summary>
public sealed record IncidentDuty(IncidentParty Party, IncidentSpeed Speed);
