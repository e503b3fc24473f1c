namespace MediaGuard.Media;

/// <summary>What was decided for one item and one channel. Ordered: the worst wins.</summary>
public enum Verdict
{
    Cleared = 0,
    Held = 1,
    Refused = 2,
}
