using MediaGuard.Media;

namespace MediaGuard.Records.Reports;

/// <summary>What the lead goes through with the governor each term: counts, and nobody's name. Reads only.</summary>
public interface ITermReports
{
    /// <param name="from">First day, in the school's zone.</param>
    /// <param name="until">Last day, included.</param>
    Task<TermReport> ReadAsync(SchoolId school, DateOnly from, DateOnly until, CancellationToken cancellationToken);
}
