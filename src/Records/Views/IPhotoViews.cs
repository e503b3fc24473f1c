using MediaGuard.Media;

namespace MediaGuard.Records.Views;

/// <summary>What pages and commands show. Reads only; whoever calls has checked role, class and school.</summary>
public interface IPhotoViews
{
    /// <summary>The classes a user teaches, or all of them when <paramref name="teacher"/> is null.</summary>
    Task<IReadOnlyList<ClassView>> ClassesAsync(SchoolId school, UserId? teacher, CancellationToken cancellationToken);

    /// <summary>The photos of a class that arrived on a day, oldest first; of every class when <paramref name="group"/> is null. Duplicates are included, marked.</summary>
    Task<IReadOnlyList<PhotoView>> DayAsync(SchoolId school, GroupId? group, DateOnly day, Reader reader, CancellationToken cancellationToken);

    /// <summary>The last days on which photos of a class arrived, newest first.</summary>
    Task<IReadOnlyList<DateOnly>> DaysAsync(SchoolId school, GroupId? group, int atMost, CancellationToken cancellationToken);

    Task<DayCounts> CountsAsync(SchoolId school, GroupId? group, DateOnly day, CancellationToken cancellationToken);

    /// <summary>Photos held for at least one channel asked for by more than a second look, those whose second look nobody may give, quarantined ones, and what stands still for longer than it should; oldest first.</summary>
    Task<IReadOnlyList<PhotoView>> HeldAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>The ids of <see cref="HeldAsync"/> in the same order, for going from one to the next.</summary>
    Task<IReadOnlyList<MediaId>> HeldIdsAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Photos that were cleared on this person's word for a channel they said no to since and are cleared there no longer, the newest so many, oldest first; and how many there are in all.</summary>
    Task<(IReadOnlyList<PhotoView> Newest, int Count)> NoLongerClearedAsync(SchoolId school, PersonId person, int atMost, CancellationToken cancellationToken);

    /// <summary>Named photos, in the order given; ids that do not exist are left out.</summary>
    Task<IReadOnlyList<PhotoView>> PhotosAsync(SchoolId school, IReadOnlyCollection<MediaId> media, Reader reader, CancellationToken cancellationToken);

    /// <summary>Pictures that wait like this one and were taken of the same moment (<see cref="Consent.Review.AlikeShots"/>), in the order they were taken.</summary>
    Task<IReadOnlyList<PhotoView>> AlikeAsync(SchoolId school, MediaId media, int atMost, CancellationToken cancellationToken);

    Task<PhotoDetail?> DetailAsync(SchoolId school, MediaId media, Reader reader, CancellationToken cancellationToken);

    /// <summary>The people of a class today and what holds for them.</summary>
    Task<IReadOnlyList<PersonView>> PeopleAsync(SchoolId school, GroupId group, CancellationToken cancellationToken);

    /// <summary>
    /// People who may be named in a photo and each word of whose search begins a word of their name: those it may show first, then the others
    /// by name. The others are everybody on the register, or those of a teacher's own classes. Without a search, those it may show.
    /// </summary>
    Task<IReadOnlyList<FoundPerson>> FindPeopleAsync(SchoolId school, MediaId media, UserId? teacher, string search, int atMost, CancellationToken cancellationToken);

    /// <summary>Whether <see cref="FindPeopleAsync"/> could find this person.</summary>
    Task<bool> MayBeNamedAsync(SchoolId school, MediaId media, UserId? teacher, PersonId person, CancellationToken cancellationToken);

    /// <summary>The rendition that leaves for a channel as the books stand; null while there is none.</summary>
    Task<RenditionId?> RenditionAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>The class a photo belongs to, for the check whether a teacher may see it; null when it does not exist.</summary>
    Task<PhotoPlace?> PlaceAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    /// <summary>Channels of the school's policy: id and the name people know, in order.</summary>
    Task<IReadOnlyList<KeyValuePair<ChannelId, string>>> ChannelsAsync(SchoolId school, CancellationToken cancellationToken);
}
