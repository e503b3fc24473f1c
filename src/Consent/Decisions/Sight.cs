namespace MediaGuard.Consent.Decisions;

/// <summary>Whether the detectors looked at the rendition.</summary>
public enum Sight
{
    NotSeen,
    Failed,
    Seen,
}
