namespace MediaGuard.Consent.Decisions;

public enum FaceAnswer
{
    Unanswered,
    Named,
    NotAFace,
}
