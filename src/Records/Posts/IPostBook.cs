using MediaGuard.Media;

namespace MediaGuard.Records.Posts;

/// <summary>Copies that people take and post where no program can: who took which, when it was posted, and that it was taken down again. Whoever calls has checked role and class.</summary>
public interface IPostBook
{
    /// <summary>Notes that a copy is about to be handed to somebody. Before its first byte.</summary>
    /// <returns>False when the release no longer stands; nothing may be handed out then.</returns>
    Task<bool> TakenAsync(SchoolId school, ReleaseId release, UserId by, CancellationToken cancellationToken);

    /// <summary>The newest copy of each of these photos that somebody took for a channel.</summary>
    Task<IReadOnlyDictionary<MediaId, PostView>> OfAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Somebody says that copies were posted, or takes it back. Only those taken, of this class, and not ordered back.</summary>
    /// <returns>How many it changed.</returns>
    Task<int> PostedAsync(SchoolId school, GroupId group, IReadOnlyCollection<ReleaseId> releases, bool posted, UserId by, CancellationToken cancellationToken);

    /// <summary>Copies of these classes that must be taken down by hand, the oldest order first.</summary>
    Task<IReadOnlyList<PostView>> ToTakeDownAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Somebody says what became of a copy that was ordered back. The recall is closed by it.</summary>
    /// <returns>False when there is no such copy of these classes to be taken down.</returns>
    Task<bool> EndAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ReleaseId release, PostEnd end, UserId by, CancellationToken cancellationToken);
}
