using MediaGuard.Media;

namespace MediaGuard.Consent.Incidents;

/// <summary>Until when somebody must be told. Days are the school's.</summary>
public static class IncidentClock
{
    /// <summary>How long "immediately" may take before it counts as late.</summary>
    public static readonly TimeSpan AtOnce = TimeSpan.FromHours(1);

    /// <summary>The first moment that is too late.</summary>
    public static Instant Due(Instant opened, IncidentSpeed speed, TimeZoneInfo zone) => speed switch
    {
        IncidentSpeed.Immediately => opened + AtOnce,
        IncidentSpeed.ThatDay => Instant.StartOf(opened.DayIn(zone).AddDays(1), zone),
    };

    /// <param name="told">When they were told; null while they were not.</param>
    public static DutyStanding Standing(Instant due, Instant? told, Instant now) => told switch
    {
        { } at => at < due ? DutyStanding.Told : DutyStanding.ToldLate,
        null => now < due ? DutyStanding.Waiting : DutyStanding.Overdue,
    };
}
