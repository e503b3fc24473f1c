using MediaGuard.Media;

namespace MediaGuard.Records.Reports;

/// <summary>Incidents of one kind.</summary>
/// <param name="Opened">In the time.</param>
/// <param name="Closed">Of those, closed by now.</param>
public sealed record IncidentCounts(IncidentKind Kind, int Opened, int Closed);
