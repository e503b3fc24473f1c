namespace MediaGuard.Consent.Register;

/// <summary>The last day of a yes.</summary>
public static class ConsentExpiry
{
    /// <summary>The last day included, or null for as long as the person is here.</summary>
    /// <param name="from">The first day.</param>
    /// <param name="months">For <see cref="ConsentLength.Months"/>; twelve from 15 January end on 14 January.</param>
    public static DateOnly? LastDay(ConsentLength length, int months, DateOnly from, SchoolYear year) => length switch
    {
        ConsentLength.UntilLeft => null,
        ConsentLength.SchoolYear => year.LastDay,
        ConsentLength.Months => from.AddMonths(Math.Max(1, months)).AddDays(-1),
    };
}
