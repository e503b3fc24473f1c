namespace MediaGuard.Records.Views;

/// <summary>What arrived of a class on one day.</summary>
public sealed record ClassDay(string Name, DayCounts Counts);
