using MediaGuard.Media;

namespace MediaGuard.Records.Matching;

/// <summary>How the school stands to matching.</summary>
/// <param name="Choice">The one that holds; off and empty when none was ever made.</param>
/// <param name="At">When it was made; null when never.</param>
public sealed record MatchingState(MatchingChoice Choice, Instant? At, IReadOnlyList<MatchedGroup> Groups)
{
    public override string ToString() => Choice.ToString();
}
