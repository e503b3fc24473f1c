using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Puts the school's state into sentences.</summary>
internal sealed class LeadLines(SchoolState state, TimeZoneInfo zone, DateOnly today, Instant now)
{
    private const int AtMost = 12;

    private static readonly TimeSpan LongRecall = TimeSpan.FromDays(1);

    /// <summary>Every line, what needs somebody first.</summary>
    public IReadOnlyList<LeadLine> All() =>
        [.. new[] { Held(), Devices(), Register(), Queue(), Incidents(), Recalls(), Unasked(), Quiet() }.OrderBy(l => l.Weight)];

    private LeadLine Held()
    {
        int From(int days) => state.Held.Where(h => h.FromDays >= days).Sum(h => h.Count);
        var (month, week) = (From(30), From(7));
        var says = (state.HeldInAll, month, week) switch
        {
            (0, _, _) => Words.Text("No photo waits for a decision."),
            (1, > 0, _) => Words.Text($"1 photo waits for a decision, {month:#,0} of them for 30 days or more."),
            (_, > 0, _) => Words.Text($"{state.HeldInAll:#,0} photos wait for a decision, {month:#,0} of them for 30 days or more."),
            (1, _, > 0) => Words.Text($"1 photo waits for a decision, {week:#,0} of them for a week or more."),
            (_, _, > 0) => Words.Text($"{state.HeldInAll:#,0} photos wait for a decision, {week:#,0} of them for a week or more."),
            _ => Words.Count(state.HeldInAll, "{0} photo waits for a decision.", "{0} photos wait for a decision."),
        };
        return new LeadLine(month > 0 ? "no" : week > 0 ? "wait" : "good", Words.Text("Waiting for a decision"), says, "/office", Words.Text("Review"), SchoolRole.Office)
        {
            Each = [.. state.Held.Where(h => h.Count > 0).Select(h => $"{Age(h)}: {h.Count.ToString("#,0", Words.Culture)}")],
        };
    }

    private LeadLine Devices()
    {
        var oldest = state.Devices.Count == 0 ? 0 : today.DayNumber - state.Devices.Min(d => d.Oldest.DayNumber);
        return new LeadLine(
            oldest >= 7 ? "no" : oldest >= 1 ? "wait" : "good",
            Words.Text("Photos still on devices"),
            state.Devices.Count == 0 ? Words.Text("No device holds a photo we know of.")
                : oldest < 1 ? Words.Text("Only photos of today lie on devices still.")
                : Words.Text("Photos are removed from a device within moments. Where old ones stay, the device or its folder can’t be reached or written."),
            "/technician/devices",
            Words.Text("Devices"),
            SchoolRole.Technician)
        {
            Each = Some(
                [.. state.Devices.Select(d => d.Photos == 1 ? Words.Text($"{d.Label}: 1 photo, the oldest {Since(d.Oldest)}") : Words.Text($"{d.Label}: {d.Photos:#,0} photos, the oldest {Since(d.Oldest)}"))],
                more => Words.Count(more, "and {0} more device", "and {0} more devices")),
        };
    }

    private LeadLine Register()
    {
        var age = state.Register;
        var says = age.RestoredTo is { } restored
            ? Words.Text($"The records were put back from a backup of {Moment(restored)}. What was said, taken back or deleted since then is missing, and nothing goes out until the office has checked and confirmed the register.")
            : age.ConfirmedOn is not { } day ? Words.Text("Nobody has imported or confirmed the register yet. Nothing goes to public channels until somebody does.")
            : (age.IsStale, age.Limit) switch
            {
                (true, 1) => Words.Text($"The register was last imported or confirmed {Since(day)}; 1 day is the most it may be. Nothing new goes to public channels until it is."),
                (true, _) => Words.Text($"The register was last imported or confirmed {Since(day)}; {age.Limit:#,0} days are the most it may be. Nothing new goes to public channels until it is."),
                (false, 1) => Words.Text($"The register was last imported or confirmed {Since(day)}. It may be 1 day old."),
                (false, _) => Words.Text($"The register was last imported or confirmed {Since(day)}. It may be {age.Limit:#,0} days old."),
            };
        return new LeadLine(age.IsStale ? "no" : "good", Words.Text("Age of the register"), says, "/office/register", Words.Text("Register"), SchoolRole.Office);
    }

    private LeadLine Queue() => new(
        state.Still > 0 ? "no" : "good",
        Words.Text("On the way"),
        (state.Still, state.StillSince, state.OnTheWay) switch
        {
            (1, { } since, _) => Words.Text($"1 photo has not moved for longer than it should; the first since {Moment(since)}."),
            ( > 0, { } since, _) => Words.Text($"{state.Still:#,0} photos have not moved for longer than they should; the first since {Moment(since)}."),
            (_, _, 0) => Words.Text("Nothing is on its way, and nothing stands still."),
            _ => Words.Count(state.OnTheWay, "{0} photo is on the way, and none stands still.", "{0} photos are on the way, and none stands still."),
        },
        "/technician",
        Words.Text("Health"),
        SchoolRole.Technician);

    private LeadLine Incidents() => new(
        state.IncidentsLate > 0 ? "no" : state.Incidents > 0 ? "wait" : "good",
        Words.Text("Incidents"),
        state.Incidents == 0 ? Words.Text("No incident is open.")
            : Words.Count(state.Incidents, "{0} incident is open.", "{0} incidents are open.") + " "
                + (state.IncidentsLate > 0 ? Words.Text($"In {state.IncidentsLate:#,0} somebody should have been told by now.")
                    : state.IncidentsDue is { } due ? Words.Text($"Somebody must be told by {Moment(due)}.")
                    : Words.Text("Everybody was told; close what is over.")),
        "/lead/incidents",
        Words.Text("Incidents"),
        SchoolRole.Lead);

    private LeadLine Recalls()
    {
        var late = state.Recalls.Any(r => now - r.Since > LongRecall);
        return new LeadLine(
            late ? "no" : state.Recalls.Count > 0 ? "wait" : "good",
            Words.Text("Being taken back"),
            state.Recalls.Count == 0 ? Words.Text("No copy is being taken back.")
                : late ? Words.Text("A copy should be gone within the day. The program goes on trying; look whether the channel can be reached, or take the copy down by hand.")
                : Words.Text("The program takes them back and goes on until each is proven gone."),
            "/technician",
            Words.Text("Health"),
            SchoolRole.Technician)
        {
            Each =
            [
                .. state.Recalls.Select(r => r.Count == 1
                    ? Words.Text($"{r.Channel}: 1 copy, the first ordered back {Ago(now - r.Since)}")
                    : Words.Text($"{r.Channel}: {r.Count:#,0} copies, the first ordered back {Ago(now - r.Since)}")),
            ],
        };
    }

    private LeadLine Unasked()
    {
        var who = Who(state.PupilsUnasked, state.AdultsUnasked).ToList();
        return new LeadLine(
            who.Count > 0 ? "wait" : "good",
            Words.Text("Nobody was asked"),
            who.Count == 0 ? Words.Text("For everybody on the register a yes or a no is on record.")
                : Words.Text($"For {Words.List(who)} neither a yes nor a no is on record. That counts as no: every photo they may be in waits."),
            "/office/register",
            Words.Text("Register"),
            SchoolRole.Office);
    }

    private LeadLine Quiet() => new(
        state.QuietClasses.Count > 0 ? "wait" : "good",
        Words.Text("Classes without photos"),
        state.QuietClasses.Count == 0 ? Words.Text("Every class sent a photo within the last week.")
            : Words.Text("No photo came from these classes for a week. If they take any, those go another way, and nobody checks them."),
        "/technician/devices",
        Words.Text("Devices"),
        SchoolRole.Technician)
    {
        Each = Some(
            [.. state.QuietClasses.Select(c => c.LastOn is { } day ? Words.Text($"{c.Name}: the last came {Since(day)}") : Words.Text($"{c.Name}: none yet"))],
            more => Words.Count(more, "and {0} more class", "and {0} more classes")),
    };

    private static IEnumerable<string> Who(int pupils, int adults)
    {
        if (pupils > 0)
        {
            yield return Words.Count(pupils, "{0} pupil", "{0} pupils");
        }

        if (adults > 0)
        {
            yield return Words.Count(adults, "{0} adult", "{0} adults");
        }
    }

    private static string Age(AgeCount held) => held switch
    {
        { FromDays: 0 } => Words.Text("Since today"),
        { UpTo: { } last } => Words.Text($"{held.FromDays} to {last} days"),
        _ => Words.Text($"{held.FromDays} days or more"),
    };

    /// <param name="rest">Says how many more there are.</param>
    private static IReadOnlyList<string> Some(IReadOnlyList<string> lines, Func<int, string> rest) =>
        lines.Count <= AtMost ? lines : [.. lines.Take(AtMost), rest(lines.Count - AtMost)];

    private static string Ago(TimeSpan span) => span switch
    {
        { TotalMinutes: < 1 } => Words.Text("just now"),
        { TotalHours: < 1 } => Words.Count((int)span.TotalMinutes, "{0} minute ago", "{0} minutes ago"),
        { TotalDays: < 1 } => Words.Count((int)span.TotalHours, "{0} hour ago", "{0} hours ago"),
        _ => Words.Count((int)span.TotalDays, "{0} day ago", "{0} days ago"),
    };

    private string Since(DateOnly day) => (today.DayNumber - day.DayNumber) switch
    {
        <= 0 => Words.Text("today"),
        1 => Words.Text("yesterday"),
        < 7 => Words.Text($"on {day:dddd}"),
        var days => Words.Text($"on {day:d MMMM yyyy}, {days:#,0} days ago"),
    };

    private string Moment(Instant moment) => SchoolCalendar.Say(moment, zone, today);
}
