using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>Somebody, or the queue when <paramref name="By"/> is null, wants one item to leave for one channel.</summary>
public sealed record ReleaseRequest(SchoolId School, MediaId Media, ChannelId Channel, UserId? By);
