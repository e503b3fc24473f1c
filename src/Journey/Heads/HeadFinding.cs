namespace MediaGuard.Journey.Heads;

/// <summary>What holding one signed head against the chain found.</summary>
/// <param name="File">The head's file; a day.</param>
/// <param name="Wrong">Why it does not hold; null when it does.</param>
public sealed record HeadFinding(string File, long Sequence, string? Wrong);
