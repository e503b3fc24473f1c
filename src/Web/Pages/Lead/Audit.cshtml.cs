using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Searches the audit log by act, person and day. A name is sent in the form, never in the address, and looked up to an id.</summary>
internal sealed class AuditModel(IAuditTrail trail, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    public const int Most = 200;

    public string Search { get; private set; } = "";
    public string? Act { get; private set; }
    public DateOnly? Day { get; private set; }
    public PersonId? About { get; private set; }
    public IReadOnlyList<string> Acts { get; private set; } = [];

    /// <summary>People who fit, when more than one does.</summary>
    public IReadOnlyList<RegisterLine> Choice { get; private set; } = [];
    public IReadOnlyList<AuditLine> Lines { get; private set; } = [];
    public IReadOnlyDictionary<string, string> Names { get; private set; } = new Dictionary<string, string>();
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        await FindAsync(cancellationToken);
    }

    public async Task OnPostAsync(string? person, string? act, DateOnly? day, Guid? about, CancellationToken cancellationToken)
    {
        (Search, Act, Day) = (person?.Trim() ?? "", string.IsNullOrEmpty(act) ? null : act, day);
        About = about is { } id ? new PersonId(id) : null;
        await ShowAsync(cancellationToken);
        if (Search.Length > 0 && About is null)
        {
            var fit = await register.PeopleAsync(Me.School, Search, null, true, cancellationToken);
            if (fit.Count != 1)
            {
                Choice = [.. fit.Take(50)];
                return;
            }

            About = fit[0].Id;
        }

        await FindAsync(cancellationToken);
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Acts = await trail.ActsAsync(Me.School, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
    }

    private async Task FindAsync(CancellationToken cancellationToken)
    {
        Lines = await trail.SearchAsync(Me.School, new AuditQuestion(Act, About?.ToString(), null, Day), Most, cancellationToken);
        Names = await trail.NamesAsync(
            Me.School, [.. Lines.SelectMany(l => l.Detail.Split(' ').Append(l.Subject).Append(l.Actor?.ToString() ?? "")).Distinct()], cancellationToken);
    }
}
