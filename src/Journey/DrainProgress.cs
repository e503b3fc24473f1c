namespace MediaGuard.Journey;

/// <summary>How far a drain has come.</summary>
public readonly record struct DrainProgress(int Done, int Found);
