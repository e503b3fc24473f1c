namespace MediaGuard.Records;

/// <summary>What became of a copy somebody took by hand.</summary>
public enum PostEnd
{
    /// <summary>It is out there, or nobody said otherwise.</summary>
    None,
    TakenDown,
    NeverPosted,
}
