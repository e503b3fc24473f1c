namespace MediaGuard.Consent.Register;

/// <summary>On what ground an answer stands. Stored by name.</summary>
public enum LawfulBasis
{
    Consent,

    /// <summary>The school's public task: the family was told and may object; an objection is recorded as refused and stands like any refusal.</summary>
    PublicTask,
}
