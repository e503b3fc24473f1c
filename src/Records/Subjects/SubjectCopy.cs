using MediaGuard.Media;

namespace MediaGuard.Records.Subjects;

/// <summary>A copy that went to a channel of a photo in which a person is or may be.</summary>
/// <param name="TakenBackAt">When it was proven gone; null while it is not.</param>
public sealed record SubjectCopy(MediaId Media, string Channel, Instant LeftAt, Instant? TakenBackAt);
