using MediaGuard.Records;
using MediaGuard.Records.Reports;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>The termly report for the governor: counts of a time, to print. Nobody is named.</summary>
internal sealed class ReportModel(ITermReports reports, IRegisterViews register, IRecordsFactory records, SchoolCalendar calendar) : SchoolPage
{
    private const int MonthsOfATerm = 4;
    private const int Oldest = 2000;
    private const int Latest = 2200;

    [BindProperty(SupportsGet = true, Name = "from")]
    public DateOnly? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "until")]
    public DateOnly? Until { get; set; }

    public string School { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public RegisterAge Register { get; private set; } = new(null, null, 0);

    /// <summary>Null when the days asked for are none.</summary>
    public TermReport? Report { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        Until ??= Today;
        From ??= Until.Value.Year < Oldest ? Until : Until.Value.AddMonths(-MonthsOfATerm);
        School = (await records.SchoolsAsync(cancellationToken)).Single(s => s.Id == Me.School).Name;
        Register = await register.AgeAsync(Me.School, cancellationToken);
        Report = ModelState.IsValid && From <= Until && From.Value.Year >= Oldest && Until.Value.Year < Latest
            ? await reports.ReadAsync(Me.School, From.Value, Until.Value, cancellationToken)
            : null;
    }
}
