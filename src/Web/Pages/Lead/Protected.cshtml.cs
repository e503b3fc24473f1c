using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Who is protected and why. The only page that says so.</summary>
internal sealed class ProtectedModel(IRegisterViews views, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<ProtectedLine> People { get; private set; } = [];
    public IReadOnlyList<RegisterLine> Found { get; private set; } = [];
    public string Search { get; private set; } = "";
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostSearchAsync(string? search, CancellationToken cancellationToken)
    {
        Search = search?.Trim() ?? "";
        if (Search.Length > 0)
        {
            Found = await views.PeopleAsync(Me.School, Search, null, true, cancellationToken);
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        People = await views.ProtectedAsync(Me.School, Reader.Lead, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
