using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>Photos a reason holds or refuses; one photo may have several reasons.</summary>
public sealed record ReasonCount(ReasonCode Code, int Photos);
