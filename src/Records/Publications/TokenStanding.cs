namespace MediaGuard.Records.Publications;

/// <summary>Whether a content system's token opens anything.</summary>
public enum TokenStanding
{
    Open,
    Expired,
    Revoked,

    /// <summary>There is none like it.</summary>
    Wrong,
}
