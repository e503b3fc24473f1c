using MediaGuard.Records;
using MediaGuard.Records.Reports;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>The termly report for the governor: counts of a time, to print. Nobody is named.</summary>
internal sealed class ReportModel(ITermReports reports, IRegisterViews register, IRecordsFactory records, SchoolCalendar calendar) : DaysPage(calendar)
{
    public string School { get; private set; } = "";
    public RegisterAge Register { get; private set; } = new(null, null, 0);

    /// <summary>Null when the days asked for are none.</summary>
    public TermReport? Report { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var isSound = await ChooseAsync(cancellationToken);
        School = (await records.SchoolsAsync(cancellationToken)).Single(s => s.Id == Me.School).Name;
        Register = await register.AgeAsync(Me.School, cancellationToken);
        Report = isSound ? await reports.ReadAsync(Me.School, From!.Value, Until!.Value, cancellationToken) : null;
    }
}
