namespace MediaGuard.Records.Subjects;

/// <summary>Why a picture is not handed out.</summary>
public enum SubjectGap
{
    None,

    /// <summary>There is nothing of it that may be shown.</summary>
    NotShown,

    /// <summary>Somebody said it is not fit to be seen.</summary>
    NotFit,

    /// <summary>Nobody could look whether another face is left in it.</summary>
    NotLookedAt,

    /// <summary>Another face was still found after several covers.</summary>
    StillSomebody,
}
