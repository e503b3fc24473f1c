namespace MediaGuard.Consent.Decisions;

/// <summary>What kind of thing a reason is, and so who can end it. Only a <see cref="Doubt"/> can be discharged by approving the picture.</summary>
public enum ReasonKind
{
    /// <summary>Only the register can change it.</summary>
    Consent,

    /// <summary>Somebody must say something about the picture.</summary>
    Knowledge,

    /// <summary>The machine disagrees with what people said, or can't tell; somebody must look at this one picture.</summary>
    Doubt,

    /// <summary>The machine failed; unknown is no.</summary>
    Failure,

    /// <summary>A person said no.</summary>
    Refusal,

    /// <summary>The file could not be taken further.</summary>
    Quarantine,

    /// <summary>The item has come to an end.</summary>
    Ending,

    /// <summary>Something around the photo must come back first.</summary>
    Waiting,
}
