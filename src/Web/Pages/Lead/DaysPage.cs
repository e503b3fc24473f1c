using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>A page about days somebody chooses.</summary>
internal abstract class DaysPage(SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    /// <summary>Included.</summary>
    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    public DateOnly Today { get; private set; }

    /// <summary>Fills in what was not said.</summary>
    /// <returns>Whether these are days a report can be of.</returns>
    protected async Task<bool> ChooseAsync(CancellationToken cancellationToken)
    {
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        Until ??= Today;
        From ??= ReportedDays.FirstOf(Until.Value);
        return ModelState.IsValid && ReportedDays.AreSound(From.Value, Until.Value);
    }
}
