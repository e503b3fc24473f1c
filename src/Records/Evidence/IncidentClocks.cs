using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>Incidents of one kind opened in the time, and whether everybody who must be told was.</summary>
/// <param name="Waiting">Not told yet, and still in time.</param>
/// <param name="Overdue">Not told yet, and late.</param>
public sealed record IncidentClocks(IncidentKind Kind, int Opened, int Closed, int Told, int ToldLate, int Waiting, int Overdue);
