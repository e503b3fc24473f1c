namespace MediaGuard.Records.Seals;

/// <summary>What became of putting a picture under seal.</summary>
public enum SealOutcome
{
    Sealed,

    /// <summary>It was under seal already.</summary>
    Standing,

    /// <summary>There is no such picture, or nothing of it is left.</summary>
    NotThere,

    /// <summary>It is being taken in, or a step that removes or destroys something of it is at work this moment; ask again.</summary>
    AtWork,

    /// <summary>As above; but the worry is written down, the lead told, the picture kept from every channel, and the seal follows by itself.</summary>
    Noted,
}
