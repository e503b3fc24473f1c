namespace MediaGuard.Media;

/// <summary>How soon somebody must be told.</summary>
public enum IncidentSpeed
{
    Immediately,

    /// <summary>Before the school's day is over.</summary>
    ThatDay,

    /// <summary>Within thirty days, the one it came on counted.</summary>
    WithinThirtyDays,
}
