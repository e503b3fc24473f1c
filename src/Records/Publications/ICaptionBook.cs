using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>Captions as they are kept. What they may say is found out before and after, not here.</summary>
public interface ICaptionBook
{
    Task<IReadOnlyDictionary<MediaId, CaptionText>> ReadAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Writes the caption of a picture that is cleared for the channel; an empty one is removed.</summary>
    /// <returns>False when the picture is not cleared there.</returns>
    Task<bool> SaveAsync(SchoolId school, MediaId media, ChannelId channel, CaptionText caption, UserId by, CancellationToken cancellationToken);

    /// <summary>Of these people, those whose yes to being named beside a photo holds today. Protected people have none.</summary>
    Task<IReadOnlySet<PersonId>> MayBeNamedAsync(SchoolId school, IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken);
}
