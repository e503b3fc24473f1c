using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>How a school stands, for the lead. Counted by the database, whatever the number of photos.</summary>
public interface ILeadViews
{
    Task<SchoolState> StateAsync(SchoolId school, CancellationToken cancellationToken);
}
