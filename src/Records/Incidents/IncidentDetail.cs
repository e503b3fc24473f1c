using MediaGuard.Media;

namespace MediaGuard.Records.Incidents;

/// <summary>One incident with everything on record about it. Holds names.</summary>
/// <param name="Families">Affected ones first, then those who may be.</param>
/// <param name="OpenedBy">Null when the program opened it.</param>
/// <param name="IsUnderSeal">The picture it is about is under seal now.</param>
public sealed record IncidentDetail(
    IncidentLine Line,
    bool ConcernsHead,
    string What,
    string? OpenedBy,
    MediaId? Media,
    bool IsUnderSeal,
    IReadOnlyList<DutyView> Duties,
    IReadOnlyList<IncidentEntryView> Entries,
    IReadOnlyList<FamilyView> Families,
    string Outcome,
    string? ClosedBy)
{
    public override string ToString() => Line.ToString();
}
