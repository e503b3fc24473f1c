namespace MediaGuard.Records.Views;

/// <summary>How many have waited for so many days.</summary>
/// <param name="UpTo">The last day counted; null for all that waited longer.</param>
public sealed record AgeCount(int FromDays, int? UpTo, int Count);
