using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>How the school stands: counts, ages and clocks, no pictures; each with where it is handled.</summary>
internal sealed class IndexModel(ILeadViews views, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<LeadLine> Lines { get; private set; } = [];
    public IReadOnlyList<ClassDay> Classes { get; private set; } = [];

    /// <summary>Photos that wait and may show somebody protected.</summary>
    public IReadOnlyList<WaitingProtected> Protected { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public bool MayOpen(LeadLine line) => Me.Is(line.Role);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        var state = await views.StateAsync(Me.School, cancellationToken);
        Lines = new LeadLines(state, Zone, Today, calendar.Now).All();
        Classes = state.Classes;
        Protected = await register.ProtectedWaitingAsync(Me.School, Reader.Lead, cancellationToken);
    }
}
