using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>How a school stands at one moment: counts, ages and clocks; no picture and no child.</summary>
/// <param name="Held">Photos that wait for a decision, by the days they have waited.</param>
/// <param name="Devices">Devices on which photos still lie that are ours already or on their way, the oldest first.</param>
/// <param name="OnTheWay">Photos that have not come as far as a decision.</param>
/// <param name="Still">Of everything on its way, what has not moved for longer than it should.</param>
/// <param name="StillSince">Since when the first of those has not moved.</param>
/// <param name="Incidents">Open ones.</param>
/// <param name="IncidentsLate">Of those, where somebody should have been told by now.</param>
/// <param name="IncidentsDue">When the next one must be told; null when everybody was.</param>
/// <param name="Recalls">Copies being taken back, by channel.</param>
/// <param name="PupilsUnasked">Pupils of whom no yes and no no is on record.</param>
/// <param name="AdultsUnasked">Staff, volunteers and visitors of whom none is.</param>
/// <param name="QuietClasses">Classes with pupils of which no photo arrived for a week.</param>
/// <param name="Classes">What arrived today, by class.</param>
public sealed record SchoolState(
    IReadOnlyList<AgeCount> Held,
    IReadOnlyList<HoldingDevice> Devices,
    RegisterAge Register,
    int OnTheWay,
    int Still,
    Instant? StillSince,
    int Incidents,
    int IncidentsLate,
    Instant? IncidentsDue,
    IReadOnlyList<OpenRecalls> Recalls,
    int PupilsUnasked,
    int AdultsUnasked,
    IReadOnlyList<QuietClass> QuietClasses,
    IReadOnlyList<ClassDay> Classes)
{
    public int HeldInAll => Held.Sum(h => h.Count);
}
