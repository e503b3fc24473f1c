namespace MediaGuard.Records.Views;

/// <summary>How a day's photos stand; each photo counts once, by its worst verdict.</summary>
/// <param name="OnTheWay">Not yet decided.</param>
/// <param name="Cleared">Cleared for every channel asked for.</param>
/// <param name="Held">Waiting for somebody.</param>
/// <param name="Refused">Can't be used for a channel asked for.</param>
/// <param name="NotAsked">No channel was asked for.</param>
/// <param name="Trouble">Quarantined, duplicate or gone.</param>
public sealed record DayCounts(int OnTheWay, int Cleared, int Held, int Refused, int NotAsked, int Trouble);
