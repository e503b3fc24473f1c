namespace MediaGuard.Records.Evidence;

/// <summary>What families said in the time about one purpose.</summary>
/// <param name="Purpose">Its short name.</param>
public sealed record SaidCounts(string Purpose, int Given, int Refused, int Withdrawn);
