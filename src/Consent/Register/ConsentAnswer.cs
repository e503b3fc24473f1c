namespace MediaGuard.Consent.Register;

/// <summary>What was said. Stored by name.</summary>
public enum ConsentAnswer
{
    Given,
    Refused,
    Withdrawn,
}
