using MediaGuard.Media;

namespace MediaGuard.Records.Looking;

/// <summary>What holding the side log against the chain found.</summary>
/// <param name="Looks">How many hold.</param>
/// <param name="Waiting">Written and not chained yet; they are within the minute.</param>
/// <param name="BrokenAt">The audit entry whose looks are others now; null when all hold.</param>
public sealed record SideLogCheck(SchoolId School, long Looks, long Waiting, long? BrokenAt);
