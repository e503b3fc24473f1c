using System.Globalization;

namespace MediaGuard.Consent.Register;

/// <summary>A school year, both days included.</summary>
/// <remarks>In England it begins on 1 September; a school elsewhere sets its own day.</remarks>
public sealed record SchoolYear(DateOnly FirstDay, DateOnly LastDay)
{
    /// <summary>The school year a day lies in.</summary>
    /// <param name="month">The month it begins in.</param>
    /// <param name="day">The day it begins on; the last of a shorter month.</param>
    public static SchoolYear Of(DateOnly date, int month = 9, int day = 1)
    {
        var begins = Begin(date.Year, month, day);
        var first = date >= begins ? begins : Begin(date.Year - 1, month, day);
        return new SchoolYear(first, Begin(first.Year + 1, month, day).AddDays(-1));
    }

    /// <summary>As people call it: 2026/27.</summary>
    public override string ToString() => FirstDay.Year == LastDay.Year
        ? FirstDay.Year.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year}/{LastDay.Year % 100:00}");

    private static DateOnly Begin(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
}
