namespace MediaGuard.Vision.Matching;

/// <summary>What is wrong with a reference photo.</summary>
public enum ReferenceProblem
{
    /// <summary>The file is no picture, or a broken one.</summary>
    NotAPicture,
    NoFace,
    SeveralFaces,
    TooSmall,
    Turned,
    Blurred,
    TooDark,

    /// <summary>Eyes, nose or mouth are hidden, or it is no face after all.</summary>
    Covered,

    /// <summary>It does not look like the person in the other photos.</summary>
    UnlikeTheOthers,
}
