namespace MediaGuard.Consent.People;

public enum PersonKind
{
    Pupil,
    Staff,
    Volunteer,
    Visitor,
}
