namespace MediaGuard.Records;

/// <summary>Where a copy stands.</summary>
public enum ReleaseState
{
    Leaving,
    Released,
    Recalling,
    Recalled,
}
