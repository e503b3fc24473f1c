namespace MediaGuard.Records;

/// <summary>How a batch of photos attested together stands. Stored by name.</summary>
public enum BatchState
{
    /// <summary>None of its photos was drawn for a second look.</summary>
    NotDrawn,

    /// <summary>None of it is released until the drawn photos were looked at again.</summary>
    Waiting,

    /// <summary>Whoever looked again answered the same.</summary>
    Agreed,

    /// <summary>Somebody answered differently: each photo is looked at one by one.</summary>
    Disputed,
}
