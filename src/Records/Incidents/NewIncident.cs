using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>An incident to open. Its words may hold names.</summary>
/// <param name="Day">The school's day it happened on; null for today.</param>
public sealed record NewIncident(IncidentKind Kind, string What, bool ConcernsHead = false, DateOnly? Day = null, MediaId? Media = null, DeviceId? Device = null)
{
    public override string ToString() => Kind.ToString();
}
