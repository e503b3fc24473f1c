namespace MediaGuard.Consent.Biometrics;

/// <summary>What keeps matching from being switched on.</summary>
public enum MatchingGap
{
    AssessmentDate,
    AssessmentInFuture,
    AssessmentReference,
    LeadName,
}
