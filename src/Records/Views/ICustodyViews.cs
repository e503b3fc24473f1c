using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>What devices need to keep no longer. Reads only; whoever calls has checked role, class and school.</summary>
public interface ICustodyViews
{
    /// <summary>
    /// Photos of a class that arrived on these days or after and for which there is a receipt, by device and day, newest first; and how many of them the device must still keep. What was set aside is
    /// among these: the device's copy may be the better one. Sealed ones are in neither.
    /// </summary>
    Task<(IReadOnlyList<SafeDay> Safe, int Keep)> SafeAsync(SchoolId school, GroupId group, DateOnly since, CancellationToken cancellationToken);
}
