using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;

namespace MediaGuard.Records.Views;

/// <summary>How old the register is.</summary>
/// <param name="ConfirmedOn">The last day it was known to be right; null for never.</param>
/// <param name="Days">Since then.</param>
/// <param name="Limit">More days than this are too many.</param>
public sealed record RegisterAge(DateOnly? ConfirmedOn, int? Days, int Limit)
{
    internal static RegisterAge Of(HeadRow head, DateOnly today, PolicyDocument policy) =>
        new(head.RegisterConfirmedOn, today.DayNumber - head.RegisterConfirmedOn?.DayNumber, policy.RegisterMaxAgeDays) { RestoredTo = head.RestoredTo };

    /// <summary>The moment a restore put the books back to, until somebody confirms the register; null otherwise.</summary>
    public Instant? RestoredTo { get; init; }

    /// <summary>Nobody ever confirmed it, too long ago, or not since the books were put back from a backup: the alarm.</summary>
    public bool IsStale => RestoredTo is not null || Days is null || Days > Limit;
}
