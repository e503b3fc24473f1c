namespace MediaGuard.Journey.Inspection;

/// <summary>One thing looked at.</summary>
/// <param name="Mend">How to mend it; empty when it is well.</param>
public sealed record Finding(string What, Health Health, string Says, string Mend);
