namespace MediaGuard.Records.Register;

/// <summary>What became of editing a guardian.</summary>
public enum GuardianResult
{
    Saved,
    NoSuchGuardian,

    /// <summary>A no of theirs stands, and whoever says it has parental responsibility no longer would take it from the lead to record otherwise.</summary>
    RefusalStands,
}
