using System.Globalization;
using MediaGuard.Journey.Packs;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;
using MediaGuard.Web.Api;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>A day's photos of a class that may go to Seesaw now: taken as one pack, posted by hand, ticked. Each copy passes the gate when it is taken, whatever the page showed.</summary>
internal sealed class PackModel(IPhotoViews views, IPostBook posts, IPacks packs, SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid Class { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly Day { get; set; }

    public ClassView Chosen { get; private set; } = null!;
    public string DayName { get; private set; } = "";
    public DateOnly Today { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public IReadOnlyList<PackPhoto> Photos { get; private set; } = [];

    /// <summary>None of what was asked for may go any more.</summary>
    public bool IsGone { get; private set; }

    public IReadOnlyList<PackPhoto> Open => [.. Photos.Where(p => !p.IsPosted)];

    public IReadOnlyList<PackPhoto> Posted => [.. Photos.Where(p => p.IsPosted)];

    public string Query => string.Create(CultureInfo.InvariantCulture, $"class={Chosen.Id}&day={Day:yyyy-MM-dd}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        TakeNote();
        return Page();
    }

    /// <summary>Everything cleared that is not posted yet.</summary>
    public async Task<IActionResult> OnPostZipAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        return await CopyZip.WriteAsync(
            HttpContext, string.Create(CultureInfo.InvariantCulture, $"seesaw-{Day:yyyyMMdd}.zip"), Open.Select(p => p.Photo.Id), media => TakeAsync(media, cancellationToken), LeftOut, cancellationToken)
            ? new EmptyResult()
            : await GoneAsync(cancellationToken);

        static Task<IReadOnlyList<(string, string)>> LeftOut(IReadOnlyList<(MediaId, string)> inside, int refused)
        {
            var says = refused == 1
                ? Words.Text("1 picture may no longer go to Seesaw and is not in here.")
                : Words.Text($"{refused} pictures may no longer go to Seesaw and are not in here.");
            return Task.FromResult<IReadOnlyList<(string, string)>>(refused == 0 ? [] : [("left-out.txt", says + Environment.NewLine)]);
        }
    }

    public async Task<IActionResult> OnPostOneAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (!await LoadAsync(cancellationToken) || (await views.PlaceAsync(Me.School, media, cancellationToken))?.Group != Chosen.Id)
        {
            return NotFound();
        }

        return await TakeAsync(media, cancellationToken) is { } copy ? File(copy.Jpeg, "image/jpeg", copy.FileName) : await GoneAsync(cancellationToken);
    }

    /// <summary>All that were taken and not ticked yet, or one.</summary>
    public async Task<IActionResult> OnPostPostedAsync(Guid? release, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var which = release is { } one ? [new ReleaseId(one)] : Photos.Where(p => p.IsTaken).Select(p => p.Post!.Release).ToList();
        var done = await posts.PostedAsync(Me.School, Chosen.Id, which, posted: true, Me.User, cancellationToken);
        Leave(done == 0 ? Words.Text("Nothing is noted yet: download the pictures first, and tick them once they are posted.") : done == 1 ? Words.Text("1 photo is noted as posted.") : Words.Text($"{done} photos are noted as posted."));
        return Redirect($"/teacher/pack?{Query}");
    }

    public async Task<IActionResult> OnPostNotPostedAsync(Guid release, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        await posts.PostedAsync(Me.School, Chosen.Id, [new ReleaseId(release)], posted: false, Me.User, cancellationToken);
        return Redirect($"/teacher/pack?{Query}");
    }

    /// <summary>A copy that breaks this response off if it is ordered back before the response has ended. The stream is the caller's to dispose.</summary>
    private async Task<ReleasedCopy?> TakeAsync(MediaId media, CancellationToken cancellationToken)
    {
        var copy = await packs.TakeAsync(Me.School, Me.User, media, ChannelId.Seesaw, cancellationToken);
        if (copy is not null)
        {
            HttpContext.BreakOffWith(copy);
        }

        return copy;
    }

    private async Task<IActionResult> GoneAsync(CancellationToken cancellationToken)
    {
        IsGone = true;
        Response.StatusCode = StatusCodes.Status409Conflict;
        await LoadAsync(cancellationToken);
        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if ((await views.ClassesAsync(Me.School, Me.User, cancellationToken)).FirstOrDefault(c => c.Id.Value == Class) is not { } chosen)
        {
            return false;
        }

        Chosen = chosen;
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        DayName = SchoolCalendar.Say(Day, Today);
        var day = await views.DayAsync(Me.School, chosen.Id, Day, Reader.Teacher, cancellationToken);
        Photos = PackPhoto.Of(day, await posts.OfAsync(Me.School, [.. day.Select(p => p.Id)], ChannelId.Seesaw, cancellationToken));
        return true;
    }
}
