namespace MediaGuard.Vision.Evaluation;

/// <summary>What is done to a labelled picture before it is looked at.</summary>
public enum Hardship
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A quarter turn clockwise.</summary>
    Turned90,

    /// <summary>Upside down.</summary>
    Turned180,

    /// <summary>A quarter turn anticlockwise.</summary>
    Turned270,

    /// <summary>Left and right exchanged.</summary>
    Mirrored,

    /// <summary>A quarter of the light, in linear light.</summary>
    Darkened,

    /// <summary>Made smaller until the median face has a shorter side of 24 pixels; a picture whose faces are smaller already stays as it is.</summary>
    Shrunk,
}
