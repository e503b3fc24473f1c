using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>A release on the books and its random name.</summary>
public sealed record StandingRelease(ReleaseId Id, string ReleaseName);
