namespace MediaGuard.Records.Looking;

/// <summary>How much of a picture somebody got.</summary>
public enum LookSize
{
    Thumb,
    View,
    Full,

    /// <summary>A copy to keep.</summary>
    Copy,
}
