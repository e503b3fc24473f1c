namespace MediaGuard.Consent.Import;

/// <summary>Why an import asks twice.</summary>
public enum ImportQuestionKind
{
    ManyLeft,
    ManyToYes,
    ManyToNo,
    ManyRenamed,
    ManyReturned,
    ManyMoved,
    ManyAddresses,
    FewerRows,
    TrailerMissing,
}
