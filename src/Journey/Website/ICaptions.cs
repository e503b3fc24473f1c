using MediaGuard.Media;

namespace MediaGuard.Journey.Website;

/// <summary>What stands beside a picture on a channel, held against the register before it is accepted and again whenever it leaves.</summary>
public interface ICaptions
{
    /// <summary>
    /// Accepts a caption, says which words name somebody who may not be named, or asks about everyday words that are also names.
    /// </summary>
    /// <param name="ordinary">Everyday words the person says name nobody here.</param>
    Task<CaptionAnswer> SaveAsync(SchoolId school, MediaId media, ChannelId channel, string text, string altText, IReadOnlyCollection<string> ordinary, UserId by, CancellationToken cancellationToken);

    /// <summary>The captions of pictures as the register stands now; those without one are left out.</summary>
    Task<IReadOnlyDictionary<MediaId, Caption>> ReadAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken);
}
