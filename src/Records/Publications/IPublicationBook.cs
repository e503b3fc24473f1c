using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>What people and their programs were given for a channel, where they put it, and what they must take down again.</summary>
public interface IPublicationBook
{
    /// <summary>What is cleared for a channel now, oldest first; the gate decides again when a copy leaves.</summary>
    /// <param name="after">Only those behind this one.</param>
    Task<IReadOnlyList<ClearedCopy>> ClearedAsync(SchoolId school, ChannelId channel, MediaId? after, int atMost, CancellationToken cancellationToken);

    /// <summary>As above, of one picture; null when it is not cleared.</summary>
    Task<ClearedCopy?> ClearedAsync(SchoolId school, ChannelId channel, MediaId media, CancellationToken cancellationToken);

    /// <summary>
    /// Notes, before the first byte, that somebody is given the copy of a release: its recall ends only once they say that it is used no more.
    /// </summary>
    /// <returns>False when the release was ordered back meanwhile; nothing may be handed out then.</returns>
    Task<bool> HandOutAsync(SchoolId school, ReleaseId release, UserId to, CancellationToken cancellationToken);

    /// <summary>Whether somebody was given a copy of this rendition for a channel that still stands and that they have not taken down.</summary>
    Task<bool> HasAsync(SchoolId school, MediaId media, ChannelId channel, RenditionId rendition, UserId who, CancellationToken cancellationToken);

    /// <summary>Notes where the picture's last copy is used. What was ordered back meanwhile is noted too, and must come down.</summary>
    /// <param name="address">From <see cref="WebAddress.Tidy"/>.</param>
    Task<UsedAtOutcome> UseAsync(SchoolId school, MediaId media, ChannelId channel, string address, UserId by, CancellationToken cancellationToken);

    /// <summary>Notes that a picture is used at one of its addresses no longer.</summary>
    /// <returns>False when there is no such address.</returns>
    Task<bool> LeaveAsync(SchoolId school, MediaId media, ChannelId channel, Guid address, UserId by, CancellationToken cancellationToken);

    /// <summary>Where pictures are used now.</summary>
    Task<IReadOnlyList<UsedAt>> UsedAtAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>What must come down, the longest due first.</summary>
    /// <param name="of">Only what this one was given or said it used; null for everybody's.</param>
    Task<IReadOnlyList<TakeDown>> TakeDownsAsync(SchoolId school, ChannelId channel, UserId? of, CancellationToken cancellationToken);

    /// <summary>What was taken down, the latest first.</summary>
    Task<IReadOnlyList<TakeDown>> TakenDownAsync(SchoolId school, ChannelId channel, int atMost, CancellationToken cancellationToken);

    /// <summary>Somebody removed a copy that was ordered back. Once everybody's is, its recall may end.</summary>
    /// <param name="of">Only what this one was given or said it used; null for everybody's.</param>
    /// <returns>False when there is nothing of the kind to take down.</returns>
    Task<bool> ConfirmDownAsync(SchoolId school, ReleaseId release, ChannelId channel, UserId? of, UserId by, CancellationToken cancellationToken);
}
