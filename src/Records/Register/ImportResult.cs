namespace MediaGuard.Records.Register;

/// <summary>How an attempt to apply ended. All but Applied changed nothing.</summary>
public enum ImportResult
{
    Applied,
    Refused,

    /// <summary>The change is large: apply again with the preview's token.</summary>
    AsksTwice,

    /// <summary>The token was of another file or an older register: look again.</summary>
    Stale,
}
