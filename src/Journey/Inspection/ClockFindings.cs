using MediaGuard.Media;

namespace MediaGuard.Journey.Inspection;

/// <summary>Whether the clocks that leases, days and the record rest on can be right.</summary>
internal static class ClockFindings
{
    /// <summary>How far a clock may be off before it is said.</summary>
    public static readonly TimeSpan Allowed = TimeSpan.FromSeconds(5);

    private static string SetTheClock => Words.Text("Set the clock and have it kept right (NTP): days, leases and the order of the record rest on it.");

    /// <summary>This machine's clock against the newest entry of a school's record: time does not go backwards.</summary>
    public static Finding Of(Instant now, Instant? newestEntry) => newestEntry - now > Allowed
        ? new Finding(Words.Text("clock"), Health.Wrong, Words.Text($"this machine's clock is {Say(newestEntry!.Value - now)} behind the newest entry of the record"), SetTheClock)
        : new Finding(Words.Text("clock"), Health.Well, Words.Text("not behind the newest entry of the record"), "");

    /// <summary>This machine's clock against the database server's, which other workers share.</summary>
    public static Finding OfServer(Instant now, Instant server)
    {
        var apart = now > server ? now - server : server - now;
        return apart > Allowed
            ? new Finding(Words.Text("database clock"), Health.Wrong, Words.Text($"this machine and the database server are {Say(apart)} apart"), SetTheClock)
            : new Finding(Words.Text("database clock"), Health.Well, Words.Text("this machine and the database server agree"), "");
    }

    /// <summary>Whether the system knows that clocks change in a school's zone.</summary>
    public static Finding OfZones(Func<string, TimeZoneInfo?> find)
    {
        var london = find("Europe/London");
        var knows = london is not null && london.GetUtcOffset(new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero)) == TimeSpan.FromHours(1)
            && london.GetUtcOffset(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)) == TimeSpan.Zero;
        return knows
            ? new Finding(Words.Text("time zones"), Health.Well, Words.Text("the system has time zone data"), "")
            : new Finding(Words.Text("time zones"), Health.Wrong, Words.Text("the system has no time zone data, so a school's days would begin and end at the wrong hour"), Words.Text("Install the system's time zone data (on Debian the package tzdata)."));
    }

    private static string Say(TimeSpan span) => Words.Text($"{(int)span.TotalHours} h {span.Minutes} min {span.Seconds} s");
}
