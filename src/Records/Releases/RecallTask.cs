using MediaGuard.Media;

namespace MediaGuard.Records.Releases;

/// <summary>A copy that must come back.</summary>
public sealed record RecallTask(ReleaseId Release, MediaId Media, ChannelId Channel, string ReleaseName);
