using MediaGuard.Media;

namespace MediaGuard.Records.Releases;

/// <summary>A queue entry that waits to be delivered.</summary>
public sealed record DueRelease(MediaId Media, ChannelId Channel);
