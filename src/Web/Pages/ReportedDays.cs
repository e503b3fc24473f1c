namespace MediaGuard.Web.Pages;

/// <summary>The days a report is of: a term unless somebody says otherwise.</summary>
internal static class ReportedDays
{
    private const int MonthsOfATerm = 4;
    private const int Oldest = 2000;
    private const int Latest = 2200;

    /// <summary>The first day of a term that ends on a day.</summary>
    public static DateOnly FirstOf(DateOnly until) => until.Year < Oldest ? until : until.AddMonths(-MonthsOfATerm);

    public static bool AreSound(DateOnly from, DateOnly until) => from <= until && from.Year >= Oldest && until.Year < Latest;
}
