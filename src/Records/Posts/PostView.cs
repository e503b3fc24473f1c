using MediaGuard.Media;

namespace MediaGuard.Records.Posts;

/// <summary>A copy somebody took to post it by hand.</summary>
/// <param name="DownBy">When it must be down, where its release was ordered back and nobody said yet what became of it; null otherwise.</param>
/// <param name="PostedAt">When somebody said it was posted; null while nobody did.</param>
public sealed record PostView(ReleaseId Release, MediaId Media, GroupId? Group, Instant TakenAt, Instant? PostedAt, string? PostedBy, PostEnd End, bool IsOut, Instant? DownBy);
