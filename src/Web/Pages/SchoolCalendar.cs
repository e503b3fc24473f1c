using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Pages;

/// <summary>Days and times as the school counts and says them.</summary>
internal sealed class SchoolCalendar(IRecordsFactory records, TimeProvider clock)
{
    public async Task<TimeZoneInfo> ZoneAsync(SchoolId school, CancellationToken cancellationToken) =>
        (await records.SchoolsAsync(cancellationToken)).FirstOrDefault(s => s.Id == school)?.Zone ?? TimeZoneInfo.Utc;

    public async Task<DateOnly> TodayAsync(SchoolId school, CancellationToken cancellationToken) => Instant.Now(clock).DayIn(await ZoneAsync(school, cancellationToken));

    public Instant Now => Instant.Now(clock);

    /// <summary>“Today”, “Yesterday”, or the day with its weekday.</summary>
    public static string Say(DateOnly day, DateOnly today) => (today.DayNumber - day.DayNumber) switch
    {
        0 => Words.Text("Today"),
        1 => Words.Text("Yesterday"),
        _ => day.ToString("dddd d MMMM", Words.Culture),
    };

    /// <summary>The time of day, with the day unless it is today.</summary>
    public static string Say(Instant moment, TimeZoneInfo zone, DateOnly today)
    {
        var local = TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone);
        var time = local.ToString("HH:mm", Words.Culture);
        return moment.DayIn(zone) == today ? time : $"{local.ToString("d MMMM", Words.Culture)}, {time}";
    }

    /// <summary>How long is left until something is due, or how long ago it was.</summary>
    public static string Left(Instant by, Instant now)
    {
        var left = by - now;
        return left < TimeSpan.Zero ? Overdue(-left) : Remaining(left);
    }

    private static string Overdue(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Words.Count((int)Math.Max(1, span.TotalMinutes), "{0} minute overdue", "{0} minutes overdue"),
        { TotalHours: < 48 } => Words.Count((int)span.TotalHours, "{0} hour overdue", "{0} hours overdue"),
        _ => Words.Count((int)span.TotalDays, "{0} day overdue", "{0} days overdue"),
    };

    private static string Remaining(TimeSpan span) => span switch
    {
        { TotalMinutes: < 60 } => Words.Count((int)Math.Max(1, span.TotalMinutes), "{0} minute left", "{0} minutes left"),
        { TotalHours: < 48 } => Words.Count((int)span.TotalHours, "{0} hour left", "{0} hours left"),
        _ => Words.Count((int)span.TotalDays, "{0} day left", "{0} days left"),
    };
}
