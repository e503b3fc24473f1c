using MediaGuard.Journey.Review;
using MediaGuard.Media;

namespace MediaGuard.Journey.Packs;

/// <summary>Copies for people who post them by hand, and what they say of it.</summary>
public interface IPacks
{
    /// <summary>Passes the gate for one copy, now, and notes that this person has it from here on. Null when it may not leave.</summary>
    Task<ReleasedCopy?> TakeAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Somebody says what became of a copy that was ordered back; the recall closes.</summary>
    /// <returns>False when there is no such copy of these classes.</returns>
    Task<bool> EndAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ReleaseId release, Records.PostEnd end, UserId by, CancellationToken cancellationToken);
}
