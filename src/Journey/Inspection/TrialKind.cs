namespace MediaGuard.Journey.Inspection;

/// <summary>What a <see cref="FaceTrial"/> compares.</summary>
public enum TrialKind
{
    /// <summary>Nothing: the figures of the program as it is.</summary>
    Together,

    /// <summary>The pictures as they are, turned, mirrored, darkened and shrunk.</summary>
    Hardships,

    /// <summary>The program with each detector by itself.</summary>
    Alone,
}
