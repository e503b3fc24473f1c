using MediaGuard.Consent.Register;
using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>A school's purposes: those its channels need, and those the policy names besides.</summary>
internal static class Purposes
{
    public static IReadOnlyList<PurposeSetting> Of(PolicyDocument policy) =>
    [
        .. policy.Channels.SelectMany(c => c.Purposes).Concat(policy.Purposes.Select(p => p.Purpose)).Distinct().Select(id =>
        {
            var set = policy.Purposes.FirstOrDefault(p => p.Purpose == id) ?? new PurposeSetting { Purpose = id };
            return set.Name.Length > 0 ? set : set with { Name = StandardChannel.Find(id)?.Name ?? char.ToUpperInvariant(id[0]) + id[1..] };
        }),
    ];

    /// <summary>The last day of a yes given on a day; null for as long as the person is here.</summary>
    public static DateOnly? LastDay(PolicyDocument policy, PurposeId purpose, DateOnly from)
    {
        var set = policy.Purposes.FirstOrDefault(p => p.Purpose == purpose.Value);
        return set is null ? null : ConsentExpiry.LastDay(set.Lasts, set.Months, from, SchoolYear.Of(from, policy.SchoolYearMonth, policy.SchoolYearDay));
    }

    public static LawfulBasis BasisOf(PolicyDocument policy, PurposeId purpose) =>
        policy.Purposes.FirstOrDefault(p => p.Purpose == purpose.Value)?.Basis ?? LawfulBasis.Consent;
}
