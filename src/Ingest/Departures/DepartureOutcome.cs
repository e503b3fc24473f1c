namespace MediaGuard.Ingest.Departures;

/// <summary>What became of the device's copy.</summary>
public enum DepartureOutcome
{
    /// <summary>Compared equal and removed.</summary>
    Removed,

    /// <summary>It was no longer there.</summary>
    AlreadyGone,

    /// <summary>Other bytes lie there now: left alone.</summary>
    Changed,

    /// <summary>The share can't be reached: try again later.</summary>
    ShareUnavailable,

    /// <summary>It may not be removed (rights, read-only): a person must look.</summary>
    NotPermitted,
}
