namespace MediaGuard.Journey.Matching;

/// <summary>Whether somebody was enrolled, and if not, why; in words for the page, without a name.</summary>
/// <param name="Missing">What is missing on record: no photo was looked at.</param>
/// <param name="Photos">Per photo in the order given, what is wrong with it; empty for a good one.</param>
public sealed record EnrolmentOutcome(bool IsEnrolled, IReadOnlyList<string> Missing, IReadOnlyList<IReadOnlyList<string>> Photos)
{
    public override string ToString() => IsEnrolled ? "enrolled" : "not enrolled";
}
