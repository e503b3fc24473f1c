using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Register;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>Yeses that parents gave by their link. A no needs nobody and is not here.</summary>
internal sealed class RequestsModel(IRequestBook book, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<RequestLine> Requests { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Requests = await book.WaitingAsync(Me.School, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }

    public async Task<IActionResult> OnPostConfirmAsync(Guid request, CancellationToken cancellationToken)
    {
        Leave(await book.ConfirmAsync(Me.School, request, isLead: false, Me.User, cancellationToken) is { } result ? YesWords.For(result) : Gone);
        return Redirect("/office/requests");
    }

    public async Task<IActionResult> OnPostDeclineAsync(Guid request, CancellationToken cancellationToken)
    {
        Leave(await book.DeclineAsync(Me.School, request, Me.User, cancellationToken) ? Words.Text("Set aside. Nothing was recorded.") : Gone);
        return Redirect("/office/requests");
    }

    private static string Gone => Words.Text("It waits no longer: the parent said no meanwhile, or a colleague was quicker.");
}
