namespace MediaGuard.Records;

/// <summary>What is known of the device's copy.</summary>
public enum SourceState
{
    Present,
    Removed,
    AlreadyGone,
    Changed,
}
