namespace MediaGuard.Records.Parents;

/// <summary>Whether a link leads anywhere.</summary>
public enum LinkStanding
{
    Open,

    /// <summary>No such link was ever made, or it was mistyped.</summary>
    Wrong,
    Expired,

    /// <summary>The office ended it, made a newer one, or its holder is a guardian no longer.</summary>
    Ended,
}
