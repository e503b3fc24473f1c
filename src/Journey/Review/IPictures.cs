using MediaGuard.Media;

namespace MediaGuard.Journey.Review;

/// <summary>Pictures for signed-in people's eyes, and copies for those who publish.</summary>
public interface IPictures
{
    /// <summary>
    /// The cleaned rendition at a size for looking at; null when there is none to show (sealed, quarantined, gone, not yet cleaned, or the vault has lost it). Who looked is noted in the side log, and where that
    /// cannot be, nothing is shown.
    /// </summary>
    /// <param name="rendition">One of this item's made for a channel; null for the cleaned one. Whoever calls has found out that it may be seen.</param>
    /// <param name="longSide">Pixels on the longer side; 0 for full size.</param>
    Task<ReadOnlyMemory<byte>?> LookAsync(SchoolId school, UserId by, MediaId media, RenditionId? rendition, int longSide, CancellationToken cancellationToken);

    /// <summary>Passes the gate for one copy, now, and notes it in the side log. Null when it may not leave.</summary>
    Task<ReleasedCopy?> FetchAsync(SchoolId school, UserId by, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>As above, for somebody who puts it somewhere by hand: noted before the first byte, so that a recall ends only once they say it is down.</summary>
    Task<ReleasedCopy?> HandOutAsync(SchoolId school, UserId to, MediaId media, ChannelId channel, CopySize size, CancellationToken cancellationToken);
}
