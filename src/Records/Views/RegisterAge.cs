namespace MediaGuard.Records.Views;

/// <summary>How old the register is.</summary>
/// <param name="ConfirmedOn">The last day it was known to be right; null for never.</param>
/// <param name="Days">Since then.</param>
/// <param name="Limit">More days than this are too many.</param>
public sealed record RegisterAge(DateOnly? ConfirmedOn, int? Days, int Limit)
{
    /// <summary>Nobody ever confirmed it, or too long ago: the alarm.</summary>
    public bool IsStale => Days is null || Days > Limit;
}
