using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Publications;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Editor;

/// <summary>What must come off the website, by when, and what came off. A picture that may no longer be shown is not shown here either.</summary>
internal sealed class TakeDownsModel(IPublicationBook book, SchoolCalendar calendar, ITakeDowns takeDowns) : SchoolPage
{
    private const int MostDown = 20;

    public IReadOnlyList<TakeDown> Open { get; private set; } = [];

    public IReadOnlyList<TakeDown> Down { get; private set; } = [];

    public bool IsUnticked { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public Instant Now => calendar.Now;

    public string Say(Instant moment) => SchoolCalendar.Say(moment, Zone, Now.DayIn(Zone));

    /// <summary>How long is left, or how long it should have been down.</summary>
    public string Clock(TakeDown down) => SchoolCalendar.Left(down.By, Now);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        TakeNote();
        await LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(Guid release, bool sure, CancellationToken cancellationToken)
    {
        if (!sure)
        {
            IsUnticked = true;
            await LoadAsync(cancellationToken);
            return Page();
        }

        if (!await takeDowns.ConfirmAsync(Me.School, new ReleaseId(release), ChannelId.Website, null, Me.User, cancellationToken))
        {
            return NotFound();
        }

        Leave(Words.Text("Thank you. It is written down that you removed it."));
        return Redirect("/editor/take-downs");
    }

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Open = await book.TakeDownsAsync(Me.School, ChannelId.Website, null, cancellationToken);
        Down = await book.TakenDownAsync(Me.School, ChannelId.Website, MostDown, cancellationToken);
    }
}
