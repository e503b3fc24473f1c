using MediaGuard.Consent.Incidents;
using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>Something done about an incident.</summary>
/// <param name="Told">Who was told; null for a note.</param>
public sealed record IncidentEntryView(IncidentParty? Told, string Text, Instant At, string By)
{
    public override string ToString() => nameof(IncidentEntryView);
}
