using MediaGuard.Consent.Biometrics;

namespace MediaGuard.Records.Matching;

/// <summary>What the lead chooses about matching.</summary>
/// <param name="AssessedOn">The day of the data protection impact assessment.</param>
/// <param name="Reference">Under which it is filed.</param>
/// <param name="LeadName">Who answers for it.</param>
/// <param name="KeepsPhotos">Reference photos are kept, encrypted, instead of being destroyed once somebody is enrolled.</param>
/// <param name="Advice">Legal advice that faces may be compared although not everybody possible consented; null when there is none.</param>
public sealed record MatchingChoice(bool IsOn, DateOnly? AssessedOn, string? Reference, string? LeadName, bool KeepsPhotos, LegalAdvice? Advice)
{
    /// <summary>Off, with nothing stated.</summary>
    public static MatchingChoice Off { get; } = new(false, null, null, null, false, null);

    internal MatchingOrder Order => new(AssessedOn, Reference, LeadName);

    public override string ToString() => IsOn ? "on" : "off";
}
