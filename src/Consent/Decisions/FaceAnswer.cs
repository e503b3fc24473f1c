namespace MediaGuard.Consent.Decisions;

public enum FaceAnswer
{
    Unanswered,
    Named,
    NotAFace,

    /// <summary>Somebody who is not a pupil, whom the register does not know: a name nobody can ask.</summary>
    Adult,
}
