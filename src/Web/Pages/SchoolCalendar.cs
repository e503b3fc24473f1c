using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Pages;

/// <summary>Days and times as the school counts and says them.</summary>
internal sealed class SchoolCalendar(IRecordsFactory records, TimeProvider clock)
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public async Task<TimeZoneInfo> ZoneAsync(SchoolId school, CancellationToken cancellationToken) =>
        (await records.SchoolsAsync(cancellationToken)).FirstOrDefault(s => s.Id == school)?.Zone ?? TimeZoneInfo.Utc;

    public async Task<DateOnly> TodayAsync(SchoolId school, CancellationToken cancellationToken) => Instant.Now(clock).DayIn(await ZoneAsync(school, cancellationToken));

    public Instant Now => Instant.Now(clock);

    /// <summary>“Today”, “Yesterday”, or the day with its weekday.</summary>
    public static string Say(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => "Today",
        1 => "Yesterday",
        _ => day.ToString("dddd d MMMM", English),
    };

    /// <summary>The time of day, with the day unless it is today.</summary>
    public static string Say(Instant moment, TimeZoneInfo zone, DateOnly today)
    {
        var local = TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone);
        var time = local.ToString("HH:mm", English);
        return moment.DayIn(zone) == today ? time : $"{local.ToString("d MMMM", English)}, {time}";
    }

    /// <summary>How long is left until something is due, or how long ago it was.</summary>
    public static string Left(Instant by, Instant now)
    {
        var left = by - now;
        return left < TimeSpan.Zero ? $"{Words(-left)} overdue" : $"{Words(left)} left";
    }

    private static string Words(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Count((int)Math.Max(1, span.TotalMinutes), "minute"),
        { TotalHours: < 48 } => Count((int)span.TotalHours, "hour"),
        _ => Count((int)span.TotalDays, "day"),
    };

    private static string Count(int n, string word) => n == 1 ? $"1 {word}" : $"{n} {word}s";
}
