namespace MediaGuard.Publisher.Clearances;

public enum GateAnswer
{
    /// <summary>Committed as Leaving; the clearance is there.</summary>
    Passed,

    /// <summary>The channel is not cleared as things stand now; that is committed.</summary>
    Withheld,

    /// <summary>The item is gone, sealed, quarantined or has no rendition. Nothing was committed.</summary>
    NotThere,
}
