using System.Collections.Immutable;

namespace MediaGuard.Consent.Biometrics;

/// <summary>What the lead states to switch matching on.</summary>
/// <param name="AssessedOn">The day of the data protection impact assessment.</param>
/// <param name="Reference">Under which it is filed.</param>
/// <param name="LeadName">Who answers for it.</param>
public sealed record MatchingOrder(DateOnly? AssessedOn, string? Reference, string? LeadName)
{
    /// <summary>What is missing on <paramref name="today"/>; empty when matching may be switched on.</summary>
    public ImmutableArray<MatchingGap> Gaps(DateOnly today)
    {
        var gaps = ImmutableArray.CreateBuilder<MatchingGap>();
        if (AssessedOn is not { } day)
        {
            gaps.Add(MatchingGap.AssessmentDate);
        }
        else if (day > today)
        {
            gaps.Add(MatchingGap.AssessmentInFuture);
        }

        if (string.IsNullOrWhiteSpace(Reference))
        {
            gaps.Add(MatchingGap.AssessmentReference);
        }

        if (string.IsNullOrWhiteSpace(LeadName))
        {
            gaps.Add(MatchingGap.LeadName);
        }

        return gaps.ToImmutable();
    }

    public override string ToString() => nameof(MatchingOrder);
}
