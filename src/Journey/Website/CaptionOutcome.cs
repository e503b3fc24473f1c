namespace MediaGuard.Journey.Website;

public enum CaptionOutcome
{
    Saved,

    /// <summary>Words name somebody of the register who has not agreed to be named.</summary>
    Names,

    /// <summary>Everyday words may name somebody; nobody has said yet that they do not.</summary>
    MayName,

    TooLong,

    /// <summary>The picture is not cleared for the channel any more.</summary>
    NotCleared,
}
