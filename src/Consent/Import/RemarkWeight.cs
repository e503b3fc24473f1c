namespace MediaGuard.Consent.Import;

/// <summary>What a remark does. The higher, the more.</summary>
public enum RemarkWeight
{
    /// <summary>Worth knowing.</summary>
    Note,

    /// <summary>Somebody should look; what it is about was taken in the safe way.</summary>
    Flag,

    /// <summary>The file and the register contradict each other; the register stays as it is there.</summary>
    Conflict,

    /// <summary>Nothing of the file is applied.</summary>
    Refuses,
}
