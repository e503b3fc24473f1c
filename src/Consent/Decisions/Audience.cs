namespace MediaGuard.Consent.Decisions;

/// <summary>Who reads a reason.</summary>
public enum Audience
{
    /// <summary>Took the picture, knows the class, attests.</summary>
    Teacher,

    /// <summary>Keeps the register, decides what is held.</summary>
    Office,

    /// <summary>The safeguarding lead.</summary>
    Lead,
}
