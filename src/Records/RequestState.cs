namespace MediaGuard.Records;

/// <summary>What became of a yes that waits for the office. Stored by name.</summary>
public enum RequestState
{
    Waiting,
    Confirmed,
    Declined,

    /// <summary>The guardian said no meanwhile, or changed their mind.</summary>
    TakenBack,
}
