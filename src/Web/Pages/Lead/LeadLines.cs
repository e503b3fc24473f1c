using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Puts the school's state into sentences.</summary>
internal sealed class LeadLines(SchoolState state, TimeZoneInfo zone, DateOnly today, Instant now)
{
    private const int AtMost = 12;

    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly TimeSpan LongRecall = TimeSpan.FromDays(1);

    /// <summary>Every line, what needs somebody first.</summary>
    public IReadOnlyList<LeadLine> All() =>
        [.. new[] { Held(), Devices(), Register(), Queue(), Incidents(), Recalls(), Unasked(), Quiet() }.OrderBy(l => l.Weight)];

    private LeadLine Held()
    {
        int From(int days) => state.Held.Where(h => h.FromDays >= days).Sum(h => h.Count);
        var (month, week) = (From(30), From(7));
        var says = state.HeldInAll == 0 ? "No photo waits for a decision."
            : $"{Count(state.HeldInAll, "photo waits", "photos wait")} for a decision" + (month > 0 ? $", {month.ToString("#,0", English)} of them for 30 days or more." : week > 0 ? $", {week.ToString("#,0", English)} of them for a week or more." : ".");
        return new LeadLine(month > 0 ? "no" : week > 0 ? "wait" : "good", "Waiting for a decision", says, "/office", "Review", SchoolRole.Office)
        {
            Each = [.. state.Held.Where(h => h.Count > 0).Select(h => $"{Age(h)}: {h.Count.ToString("#,0", English)}")],
        };
    }

    private LeadLine Devices()
    {
        var oldest = state.Devices.Count == 0 ? 0 : today.DayNumber - state.Devices.Min(d => d.Oldest.DayNumber);
        return new LeadLine(
            oldest >= 7 ? "no" : oldest >= 1 ? "wait" : "good",
            "Photos still on devices",
            state.Devices.Count == 0 ? "No device holds a photo we know of." : oldest < 1 ? "Only photos of today lie on devices still." : "Photos are removed from a device within moments. Where old ones stay, the device or its folder can’t be reached or written.",
            "/technician/devices",
            "Devices",
            SchoolRole.Technician)
        {
            Each = Some([.. state.Devices.Select(d => $"{d.Label}: {Count(d.Photos, "photo", "photos")}, the oldest {Since(d.Oldest)}")], "device", "devices"),
        };
    }

    private LeadLine Register()
    {
        var age = state.Register;
        var says = age.RestoredTo is { } restored
            ? $"The records were put back from a backup of {Moment(restored)}. What was said, taken back or deleted since then is missing, and nothing goes out until the office has checked and confirmed the register."
            : age.ConfirmedOn is { } day
            ? $"The register was last imported or confirmed {Since(day)}" + (age.IsStale ? $"; {Count(age.Limit, "day is", "days are")} the most it may be. Nothing new goes to public channels until it is." : $". It may be {Count(age.Limit, "day", "days")} old.")
            : "Nobody has imported or confirmed the register yet. Nothing goes to public channels until somebody does.";
        return new LeadLine(age.IsStale ? "no" : "good", "Age of the register", says, "/office/register", "Register", SchoolRole.Office);
    }

    private LeadLine Queue() => new(
        state.Still > 0 ? "no" : "good",
        "On the way",
        state.Still > 0
            ? $"{Count(state.Still, "photo has", "photos have")} not moved for longer than {(state.Still == 1 ? "it" : "they")} should{(state.StillSince is { } since ? $"; the first since {Moment(since)}" : "")}."
            : state.OnTheWay == 0 ? "Nothing is on its way, and nothing stands still." : $"{Count(state.OnTheWay, "photo is", "photos are")} on the way, and none stands still.",
        "/technician",
        "Health",
        SchoolRole.Technician);

    private LeadLine Incidents() => new(
        state.IncidentsLate > 0 ? "no" : state.Incidents > 0 ? "wait" : "good",
        "Incidents",
        state.Incidents == 0 ? "No incident is open."
            : $"{Count(state.Incidents, "incident is", "incidents are")} open. "
                + (state.IncidentsLate > 0 ? $"In {state.IncidentsLate.ToString("#,0", English)} somebody should have been told by now."
                    : state.IncidentsDue is { } due ? $"Somebody must be told by {Moment(due)}."
                    : "Everybody was told; close what is over."),
        "/lead/incidents",
        "Incidents",
        SchoolRole.Lead);

    private LeadLine Recalls()
    {
        var late = state.Recalls.Any(r => now - r.Since > LongRecall);
        return new LeadLine(
            late ? "no" : state.Recalls.Count > 0 ? "wait" : "good",
            "Being taken back",
            state.Recalls.Count == 0 ? "No copy is being taken back."
                : late ? "A copy should be gone within the day. The program goes on trying; look whether the channel can be reached, or take the copy down by hand."
                : "The program takes them back and goes on until each is proven gone.",
            "/technician",
            "Health",
            SchoolRole.Technician)
        {
            Each = [.. state.Recalls.Select(r => $"{r.Channel}: {Count(r.Count, "copy", "copies")}, the first ordered back {Ago(now - r.Since)}")],
        };
    }

    private LeadLine Unasked()
    {
        var (pupils, adults) = (state.PupilsUnasked, state.AdultsUnasked);
        return new LeadLine(
            pupils + adults > 0 ? "wait" : "good",
            "Nobody was asked",
            pupils + adults == 0 ? "For everybody on the register a yes or a no is on record."
                : $"For {string.Join(" and ", new[] { (pupils, "pupil", "pupils"), (adults, "adult", "adults") }.Where(x => x.Item1 > 0).Select(x => Count(x.Item1, x.Item2, x.Item3)))} neither a yes nor a no is on record. That counts as no: every photo they may be in waits.",
            "/office/register",
            "Register",
            SchoolRole.Office);
    }

    private LeadLine Quiet() => new(
        state.QuietClasses.Count > 0 ? "wait" : "good",
        "Classes without photos",
        state.QuietClasses.Count == 0 ? "Every class sent a photo within the last week."
            : "No photo came from these classes for a week. If they take any, those go another way, and nobody checks them.",
        "/technician/devices",
        "Devices",
        SchoolRole.Technician)
    {
        Each = Some([.. state.QuietClasses.Select(c => c.LastOn is { } day ? $"{c.Name}: the last came {Since(day)}" : $"{c.Name}: none yet")], "class", "classes"),
    };

    private static string Age(AgeCount held) => held switch
    {
        { FromDays: 0 } => "Since today",
        { UpTo: { } last } => $"{held.FromDays} to {last} days",
        _ => $"{held.FromDays} days or more",
    };

    private static IReadOnlyList<string> Some(IReadOnlyList<string> lines, string one, string many) =>
        lines.Count <= AtMost ? lines : [.. lines.Take(AtMost), $"and {Count(lines.Count - AtMost, $"more {one}", $"more {many}")}"];

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => "just now",
        { TotalHours: < 1 } => Count((int)span.TotalMinutes, "minute", "minutes") + " ago",
        { TotalDays: < 1 } => Count((int)span.TotalHours, "hour", "hours") + " ago",
        _ => Count((int)span.TotalDays, "day", "days") + " ago",
    };

    private static string Count(int count, string one, string many) => $"{count.ToString("#,0", English)} {(count == 1 ? one : many)}";

    private string Since(DateOnly day) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => "today",
        1 => "yesterday",
        < 7 => $"on {day.ToString("dddd", English)}",
        var days => $"on {day.ToString("d MMMM yyyy", English)}, {Count(days, "day", "days")} ago",
    };

    private string Moment(Instant moment) => SchoolCalendar.Say(moment, zone, today);
}
