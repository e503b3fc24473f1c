using MediaGuard.Records.Parents;
using MediaGuard.Records.Views;

namespace MediaGuard.Web.Pages.Office;

/// <summary>Everything that waits for the office, oldest first.</summary>
internal sealed class IndexModel(IPhotoViews views, ILookViews looks, IRequestBook requests, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<PhotoView> Photos { get; private set; } = [];

    /// <summary>Yeses of parents that wait to be confirmed.</summary>
    public int Asked { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    /// <summary>Pictures gone through together that wait for a second look.</summary>
    public int SecondLooks { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Photos = await views.HeldAsync(Me.School, cancellationToken);
        Asked = (await requests.WaitingAsync(Me.School, cancellationToken)).Count;
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        SecondLooks = (await looks.WaitingAsync(Me.School, Me.User, everyClass: true, cancellationToken)).Count;
        TakeNote();
    }
}
