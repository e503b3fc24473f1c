namespace MediaGuard.Records.Publications;

/// <summary>What became of an address somebody gave.</summary>
public enum UsedAtOutcome
{
    Noted,

    /// <summary>It was noted before.</summary>
    Known,

    /// <summary>It is noted, and the picture there must come down: it was ordered back meanwhile.</summary>
    MustComeDown,

    /// <summary>Nobody was ever given a copy of this picture.</summary>
    NoCopy,

    /// <summary>The picture has more addresses than anybody could look through.</summary>
    TooMany,
}
