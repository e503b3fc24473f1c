using MediaGuard.Media;

namespace MediaGuard.Records.Items;

/// <summary>The right to take one item one step further. Committed before the step begins; every save proves it by its fencing number.</summary>
/// <param name="Attempt">How often this step was begun, this time included.</param>
public sealed record Lease(ItemSnapshot Item, string Owner, long Fence, int Attempt, Instant Until);
