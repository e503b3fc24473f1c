using System.ComponentModel.DataAnnotations;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>Everything that waits for the office, oldest first.</summary>
internal sealed class IndexModel(IPhotoViews views, ILookViews looks, IRequestBook requests, IPostBook posts, IHumanActs acts, SchoolCalendar calendar) : SchoolPage
{
    /// <summary>Cards on one page; the queue may be as long as a term.</summary>
    public const int AtOnce = 60;

    /// <summary>How many of the oldest were gone past.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    [Range(0, int.MaxValue)]
    public int From { get; set; }

    public int Waiting { get; private set; }

    public MediaId? Oldest { get; private set; }

    public IReadOnlyList<PhotoView> Photos { get; private set; } = [];

    /// <summary>Yeses of parents that wait to be confirmed.</summary>
    public int Asked { get; private set; }

    /// <summary>Pictures of any class that must come down from Seesaw by hand.</summary>
    public int TakeDowns { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    /// <summary>Pictures gone through together that wait for a second look.</summary>
    public int SecondLooks { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var queue = await views.HeldIdsAsync(Me.School, cancellationToken);
        Waiting = queue.Count;
        Oldest = queue.Count > 0 ? queue[0] : null;
        From = From > 0 && From < Waiting ? From : 0;
        Photos = await views.PhotosAsync(Me.School, [.. queue.Skip(From).Take(AtOnce)], Reader.Office, cancellationToken);
        Asked = (await requests.WaitingAsync(Me.School, cancellationToken)).Count;
        var classes = await views.ClassesAsync(Me.School, null, cancellationToken);
        TakeDowns = (await posts.ToTakeDownAsync(Me.School, [.. classes.Select(c => c.Id)], ChannelId.Seesaw, cancellationToken)).Count;
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        SecondLooks = (await looks.WaitingAsync(Me.School, Me.User, everyClass: true, cancellationToken)).Count;
        TakeNote();
    }

    /// <summary>Takes back what this person said last, of whichever pictures, and shows the oldest of them.</summary>
    /// <param name="at">The picture that is open, to stay with when there is nothing to take back.</param>
    public async Task<IActionResult> OnPostUndoAsync(Guid? at, CancellationToken cancellationToken)
    {
        if (await acts.UndoAsync(Me.School, Me.User, cancellationToken) is [var first, ..] undone)
        {
            Leave(undone.Count == 1 ? Words.Text("Taken back: what you said last. Here is the picture.") : Words.Text($"Taken back: what you said last, of {undone.Count} pictures. Here is the oldest of them."));
            return Redirect($"/office/picture/{first}");
        }

        Leave(Words.Text("There is nothing to take back at once. What you said longer ago, or on a contact sheet, stands on each picture."));
        return Redirect(at is { } open ? $"/office/picture/{new MediaId(open)}" : "/office");
    }
}
