namespace MediaGuard.Records.Evidence;

/// <summary>Looks at pictures in the time by accounts of one role.</summary>
/// <param name="Accounts">How many accounts looked.</param>
/// <param name="Copies">Of the looks, downloads.</param>
public sealed record LookCounts(string Role, int Accounts, int Looks, int Copies);
