using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>How the school stands: counts and ages, no pictures.</summary>
internal sealed class IndexModel(IPhotoViews views, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<(string Class, DayCounts Counts)> Classes { get; private set; } = [];

    /// <summary>Held photos by how long they have waited.</summary>
    public IReadOnlyList<(string Age, int Count)> Held { get; private set; } = [];

    /// <summary>Photos that wait and may show somebody protected.</summary>
    public IReadOnlyList<WaitingProtected> Protected { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var today = await calendar.TodayAsync(Me.School, cancellationToken);
        var classes = new List<(string, DayCounts)>();
        foreach (var group in await views.ClassesAsync(Me.School, null, cancellationToken))
        {
            classes.Add((group.Name, await views.CountsAsync(Me.School, group.Id, today, cancellationToken)));
        }

        Classes = classes;
        Protected = await register.ProtectedWaitingAsync(Me.School, Reader.Lead, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = today;
        var days = (await views.HeldAsync(Me.School, cancellationToken)).Select(p => today.DayNumber - p.ArrivedOn.DayNumber).ToList();
        Held =
        [
            ("Since today", days.Count(d => d <= 0)),
            ("1 to 6 days", days.Count(d => d is >= 1 and <= 6)),
            ("7 to 29 days", days.Count(d => d is >= 7 and <= 29)),
            ("30 days or more", days.Count(d => d >= 30)),
        ];
    }
}
