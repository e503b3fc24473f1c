using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records.Seals;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>What is under seal, without pictures, and the release from it.</summary>
internal sealed class SealedModel(ISealBook book, IHumanActs acts, SchoolCalendar calendar) : SchoolPage
{
    public IReadOnlyList<SealLine> Sealed { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }
    public string? Wrong { get; private set; }

    public Task OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostReleaseAsync(Guid id, string? why, CancellationToken cancellationToken)
    {
        var reason = why?.Trim() ?? "";
        if (!await book.IsSealedAsync(Me.School, new MediaId(id), cancellationToken))
        {
            return NotFound();
        }

        if (reason.Length is 0 or > 1000)
        {
            Wrong = Words.Text("Say why it may be released, in at most 1,000 letters.");
            await ShowAsync(cancellationToken);
            return Page();
        }

        await acts.UnsealAsync(Me.School, Me.User, new MediaId(id), reason, cancellationToken);
        Leave(Words.Text("Released from the seal and decided anew. What was taken back goes out again only after somebody looked at it."));
        return Redirect("/lead/sealed");
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Sealed = await book.ListAsync(Me.School, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        TakeNote();
    }
}
