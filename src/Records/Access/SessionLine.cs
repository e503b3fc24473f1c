using MediaGuard.Media;

namespace MediaGuard.Records.Access;

/// <summary>One open session as its owner and the technician see it.</summary>
/// <param name="Device">The kind of browser and device, in this program's words.</param>
public sealed record SessionLine(Guid Id, Instant StartedAt, Instant SeenAt, bool IsRemote, string Device);
