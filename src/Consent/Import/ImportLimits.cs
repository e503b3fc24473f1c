namespace MediaGuard.Consent.Import;

/// <summary>Shares of the register, in per cent, above which a change asks twice.</summary>
public sealed record ImportLimits
{
    public int Left { get; init; } = 20;
    public int ToYes { get; init; } = 10;
    public int ToNo { get; init; } = 10;
    public int Renamed { get; init; } = 25;
    public int Returned { get; init; } = 10;

    /// <summary>Into another class.</summary>
    public int Moved { get; init; } = 25;

    /// <summary>Of the parents and guardians whose e-mail address is known: another address.</summary>
    public int Addresses { get; init; } = 25;

    /// <summary>How many fewer pupils than the import before.</summary>
    public int FewerRows { get; init; } = 20;
}
