namespace MediaGuard.Records.Register;

/// <summary>How grave a remark is.</summary>
public enum ImportTone
{
    Note,
    Flag,

    /// <summary>File and register contradict each other; the register stays.</summary>
    Conflict,

    /// <summary>Nothing of the file is applied.</summary>
    Refuses,
}
