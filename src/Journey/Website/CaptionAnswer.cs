using System.Collections.Immutable;

namespace MediaGuard.Journey.Website;

/// <summary>What became of a caption somebody gave; prints its outcome only.</summary>
/// <param name="Words">Words as they were written: those that name somebody, or those asked about.</param>
public sealed record CaptionAnswer(CaptionOutcome Outcome, ImmutableArray<string> Words)
{
    public CaptionAnswer(CaptionOutcome outcome)
        : this(outcome, [])
    {
    }

    public override string ToString() => Outcome.ToString();
}
