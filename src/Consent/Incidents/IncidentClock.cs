using MediaGuard.Media;

namespace MediaGuard.Consent.Incidents;

/// <summary>Until when somebody must be told. Days are the school's.</summary>
public static class IncidentClock
{
    /// <summary>How long "immediately" may take before it counts as late.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromHours(1);

    /// <summary>For acknowledging a complaint: the day it came is the first (Data Protection Act 2018, s164A).</summary>
    private const int DaysForAComplaint = 30;

    /// <summary>The first moment that is too late.</summary>
    /// <param name="day">When it happened; a complaint's days count from the one it came on, however late it was written down.</param>
    public static Instant Due(Instant opened, DateOnly day, IncidentSpeed speed, TimeZoneInfo zone) =>
        speed is IncidentSpeed.WithinThirtyDays ? Instant.StartOf(day.AddDays(DaysForAComplaint), zone) : Due(opened, speed, zone);

    /// <summary>As the other, of what happened on the day it was opened.</summary>
    public static Instant Due(Instant opened, IncidentSpeed speed, TimeZoneInfo zone) => speed switch
    {
        IncidentSpeed.Immediately => opened + AtOnce,
        IncidentSpeed.ThatDay => Instant.StartOf(opened.DayIn(zone).AddDays(1), zone),
        IncidentSpeed.WithinThirtyDays => Instant.StartOf(opened.DayIn(zone).AddDays(DaysForAComplaint), zone),
    };

    /// <param name="told">When they were told; null while they were not.</param>
    public static DutyStanding Standing(Instant due, Instant? told, Instant now) => told switch
    {
        { } at => at < due ? DutyStanding.Told : DutyStanding.ToldLate,
        null => now < due ? DutyStanding.Waiting : DutyStanding.Overdue,
    };
}
