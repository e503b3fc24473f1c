using System.Reflection;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;

namespace MediaGuard.Web.Pages.Technician;

/// <summary>What the program stands on, and how to mend what is wrong: the quick checks at once, all of them when asked for.</summary>
internal sealed class IndexModel(IDoctor doctor, SchoolCalendar calendar) : SchoolPage
{
    private static readonly DateTimeOffset Started = System.Diagnostics.Process.GetCurrentProcess().StartTime;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public bool IsWhole { get; private set; }

    public string Version { get; } = typeof(IndexModel).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";

    public string Since { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Findings = await doctor.GlanceAsync(cancellationToken);
        await ShowAsync(cancellationToken);
    }

    public async Task OnPostWholeAsync(CancellationToken cancellationToken)
    {
        Findings = await doctor.ExamineAsync(cancellationToken);
        IsWhole = true;
        await ShowAsync(cancellationToken);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        var zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Since = SchoolCalendar.Say(Instant.From(Started), zone, calendar.Now.DayIn(zone));
    }
}
