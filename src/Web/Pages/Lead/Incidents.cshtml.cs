using MediaGuard.Records.Incidents;
using Microsoft.AspNetCore.Mvc;

using MediaGuard.Media;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>What must be reported and followed up, the late ones marked; adds one by hand.</summary>
internal sealed class IncidentsModel(IIncidentBook book, SchoolCalendar calendar) : SchoolPage
{
    /// <summary>Kinds somebody opens; the others open by themselves.</summary>
    public static readonly IReadOnlyList<IncidentKind> ByHand = [IncidentKind.OnlineRisk, IncidentKind.DataBreach, IncidentKind.StaffMisuse, IncidentKind.IllegalMaterial, IncidentKind.Complaint, IncidentKind.Other];

    [BindProperty]
    public IncidentKind Kind { get; set; } = IncidentKind.OnlineRisk;

    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public bool ConcernsHead { get; set; }

    public IReadOnlyList<IncidentLine> Incidents { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }
    public string? Wrong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        Day = Today;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        var what = What?.Trim() ?? "";
        if (!ModelState.IsValid || what.Length is 0 or > 4000 || !ByHand.Contains(Kind) || Day > Today)
        {
            Wrong = Words.Text("Say what happened, in at most 4,000 letters, and give a day that is not still to come.");
            return Page();
        }

        var id = await book.OpenAsync(Me.School, new NewIncident(Kind, what, ConcernsHead, Day), Me.User, cancellationToken);
        return Redirect($"/lead/incidents/{id:N}");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Incidents = await book.ListAsync(Me.School, true, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
