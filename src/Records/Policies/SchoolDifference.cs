using MediaGuard.Media;

namespace MediaGuard.Records.Policies;

/// <summary>What one policy says of the school as a whole and another does not.</summary>
internal static class SchoolDifference
{
    /// <summary>Codes of what may hold a picture on any channel.</summary>
    public static readonly IReadOnlyList<string> OfEveryChannel = ["many-faces", "small-face", "unknown-devices", "register-age"];

    public static IEnumerable<PolicyChange> Between(SchoolEdit was, SchoolEdit now)
    {
        if (was.RemindDaysBefore != now.RemindDaysBefore)
        {
            yield return Change("remind-days", Words.Text($"A yes that ends within {Days(now.RemindDaysBefore)} is on the list of reminders; before, within {Days(was.RemindDaysBefore)}."));
        }

        if (was.RegisterMaxAgeDays != now.RegisterMaxAgeDays)
        {
            yield return Change("register-age", Words.Text($"What everybody may look at waits once nobody confirmed the register for more than {Days(now.RegisterMaxAgeDays)}; before, for more than {Days(was.RegisterMaxAgeDays)}."));
        }

        if ((was.SchoolYearMonth, was.SchoolYearDay) != (now.SchoolYearMonth, now.SchoolYearDay))
        {
            yield return Change("school-year", Words.Text($"The school year begins on {Begin(now)}; before, on {Begin(was)}. What lasts for a school year and is said from now on ends the day before."));
        }

        if (was.ManyFaces != now.ManyFaces)
        {
            yield return Change("many-faces", Words.Text($"A picture with more faces than {now.ManyFaces} is looked at one by one; before, with more than {was.ManyFaces}."));
        }

        if (was.SmallFace != now.SmallFace)
        {
            yield return Change("small-face", Words.Text($"A picture with a face smaller than {now.SmallFace} pixels is looked at one by one; before, smaller than {was.SmallFace}."));
        }

        if (was.HoldUnknownDevices != now.HoldUnknownDevices)
        {
            yield return Change("unknown-devices", now.HoldUnknownDevices
                ? Words.Text("A picture of a camera the school does not know waits.")
                : Words.Text("A picture no longer waits because the school does not know its camera."));
        }

        if (was.ShredAfterDays != now.ShredAfterDays)
        {
            yield return Change("shred-days", Words.Text($"An original goes after {Days(now.ShredAfterDays)} at the latest, also while something is held; before, after {Days(was.ShredAfterDays)}."));
        }

        if (was.Imports != now.Imports)
        {
            var to = now.Imports;
            yield return Change("imports", Words.Text($"An import asks twice above other shares of the register than before: {to.Left} % who have left, {to.ToYes} % who become a yes, {to.ToNo} % who become a no, {to.Renamed} % with another name, {to.Returned} % who are back, {to.Moved} % in another class, {to.Addresses} % of addresses changed, {to.FewerRows} % fewer pupils."));
        }
    }

    private static PolicyChange Change(string code, string sentence) => new(null, code, sentence);

    private static string Days(int days) => days == 1 ? Words.Text("1 day") : Words.Text($"{days} days");

    // any leap year, so that every day there is can be said
    private static string Begin(SchoolEdit school) => new DateOnly(2024, school.SchoolYearMonth, school.SchoolYearDay).ToString("d MMMM", Words.Culture);
}
