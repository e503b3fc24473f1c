using MediaGuard.Media;

namespace MediaGuard.Publisher.Channels;

/// <summary>Take back the copy of this release.</summary>
public sealed record RecallOrder(ReleaseId Release, string ReleaseName);
