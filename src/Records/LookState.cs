namespace MediaGuard.Records;

/// <summary>The second look at one photo of a batch. Stored by name.</summary>
public enum LookState
{
    NotDrawn,
    Waiting,
    Agreed,
    Disagreed,
}
