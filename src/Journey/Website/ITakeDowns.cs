using MediaGuard.Media;

namespace MediaGuard.Journey.Website;

/// <summary>People and their programs say that what they were given is down.</summary>
public interface ITakeDowns
{
    /// <summary>Somebody removed a copy that was ordered back; its recall goes on to its end at once.</summary>
    /// <param name="of">Only what this one was given or said it used; null for everybody's.</param>
    /// <returns>False when there is nothing of the kind to take down.</returns>
    Task<bool> ConfirmAsync(SchoolId school, ReleaseId release, ChannelId channel, UserId? of, UserId by, CancellationToken cancellationToken);
}
