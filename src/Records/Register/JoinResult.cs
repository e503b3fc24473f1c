namespace MediaGuard.Records.Register;

/// <summary>What became of a change of membership.</summary>
public enum JoinResult
{
    Recorded,

    /// <summary>There is no such person, group or membership.</summary>
    NotThere,

    /// <summary>They belong to it already on one of those days.</summary>
    AlreadyIn,

    /// <summary>The last day lies before the first.</summary>
    EndsBefore,
}
