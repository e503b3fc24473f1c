namespace MediaGuard.Records.Scenes;

/// <summary>What came of a second look.</summary>
public enum LookResult
{
    /// <summary>It does not wait any more, or never did.</summary>
    NotWaiting,

    /// <summary>This person gave the first answer, or has said something about the photo.</summary>
    NotTheirs,
    Agreed,
    Disagreed,
}
