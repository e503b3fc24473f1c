namespace MediaGuard.Records.Items;

/// <summary>How the journey stands.</summary>
/// <param name="OnTheWay">Items that are not yet decided or not at rest.</param>
/// <param name="StandingStill">Of those, items due for longer than the limit.</param>
/// <param name="Waiting">Of those, items put off for want of disk, share or database.</param>
public sealed record Traffic(int OnTheWay, int StandingStill, int Waiting);
