using MediaGuard.Media;

namespace MediaGuard.Consent.Biometrics;

/// <summary>Says in plain words what is missing, and what to do. No sentence holds a name.</summary>
public static class BiometricSentences
{
    public static string For(EnrolmentGap gap) => gap switch
    {
        EnrolmentGap.PersonRefused => Words.Text("They refused themselves. Nobody’s consent outweighs that."),
        EnrolmentGap.NoGuardianOnRecord => Words.Text("No parent or guardian is on the register. Add each of them, with the day they were told in writing."),
        EnrolmentGap.GuardianNotNotified => Words.Text("A parent or guardian was not told in writing yet. Write to them, then note the day."),
        EnrolmentGap.GuardianObjects => Words.Text("A parent or guardian objects. One objection outweighs any consent."),
        EnrolmentGap.NoConsent => Words.Text("There is no written consent to biometric processing on record, or it has ended."),
        EnrolmentGap.ConsentRefused => Words.Text("Consent to biometric processing was refused or withdrawn."),
        EnrolmentGap.ConsentNotWritten => Words.Text("Consent was given, but not in writing or without evidence. Record the signed form."),
        EnrolmentGap.ConsentNotByParent => Words.Text("Consent was given, but it is not on record by which parent or guardian. Record the signed form under the one who signed it."),
        EnrolmentGap.HasLeft => Words.Text("They have left the school."),
    };

    public static string For(MatchingGap gap) => gap switch
    {
        MatchingGap.AssessmentDate => Words.Text("Give the date of the data protection impact assessment."),
        MatchingGap.AssessmentInFuture => Words.Text("The data protection impact assessment must be finished: its date lies in the future."),
        MatchingGap.AssessmentReference => Words.Text("Say under which reference the assessment is filed."),
        MatchingGap.LeadName => Words.Text("Give the name of the lead who answers for it."),
    };
}
