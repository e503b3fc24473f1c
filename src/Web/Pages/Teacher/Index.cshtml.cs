using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>A day's photos of one of the teacher's classes, and where each stands.</summary>
internal sealed class IndexModel(IPhotoViews views, ILookViews looks, IPostBook posts, IHumanActs acts, SchoolCalendar calendar, PhotoAccess access) : SchoolPage
{
    /// <summary>Cards drawn at once; the next come when somebody scrolls to them. A day may have five hundred.</summary>
    public const int AtOnce = 60;

    private const int DaysShown = 7;

    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid? Class { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly? Day { get; set; }

    /// <summary>The marks of what the page shows already.</summary>
    [BindProperty(SupportsGet = true, Name = "seen")]
    public string? Seen { get; set; }

    /// <summary>How many of the day's photos come before those drawn.</summary>
    [BindProperty(SupportsGet = true, Name = "from")]
    [Range(0, int.MaxValue)]
    public int From { get; set; }

    /// <summary>How many of the day's photos are drawn, those before <see cref="From"/> included.</summary>
    [BindProperty(SupportsGet = true, Name = "upto")]
    [Range(0, int.MaxValue)]
    public int Upto { get; set; }

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];
    public ClassView? Chosen { get; private set; }
    public DateOnly Today { get; private set; }
    public DateOnly ShownDay { get; private set; }
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];
    public IReadOnlyList<PhotoView> Photos { get; private set; } = [];
    public DayCounts Counts { get; private set; } = new(0, 0, 0, 0, 0, 0);
    public IReadOnlyList<KeyValuePair<ChannelId, string>> Channels { get; private set; } = [];

    /// <summary>Pictures a colleague went through that wait for this person's second look.</summary>
    public int SecondLooks { get; private set; }

    /// <summary>Pictures of any of this teacher's classes that must come down from Seesaw by hand.</summary>
    public int TakeDowns { get; private set; }

    /// <summary>Photos of the day that may go to Seesaw and are not ticked as posted.</summary>
    public int ToPost { get; private set; }

    /// <summary>Photos of the day that are ticked as posted in Seesaw.</summary>
    public IReadOnlySet<MediaId> Posted { get; private set; } = new HashSet<MediaId>();

    public string Query => string.Create(CultureInfo.InvariantCulture, $"class={Chosen?.Id}&day={ShownDay:yyyy-MM-dd}");

    /// <summary>Which photos are shown and with which picture; when it changes the grid is drawn anew.</summary>
    public string Shape => Mark(Photos.Select(p => $"{p.Id}{p.HasPicture}{PhotoStanding.IsCovered(p)}"));

    /// <summary>How they stand; when it changes the words are.</summary>
    public string State => Mark(Photos.Select(p => $"{Card(p).Standing}{string.Join(',', p.Channels.Select(c => c.IsAskedFor))}").Append($"{TakeDowns} {ToPost} {Posted.Count}"));

    /// <summary>Photos that wait for the teacher's word; one in which nobody is to be seen may be cleared without it.</summary>
    public int Pending(ChannelId channel) => Photos.Count(p => p.On(channel)?.Verdict != Verdict.Cleared && (SheetPick.IsForSheet(p, channel) || SheetPick.IsOneByOne(p, channel)));

    public PhotoCard Card(PhotoView photo, bool isSwap = false) => new(photo, Posted.Contains(photo.Id), isSwap);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        SecondLooks = (await looks.WaitingAsync(Me.School, Me.User, everyClass: false, cancellationToken)).Count;
        TakeNote();
        return Page();
    }

    /// <summary>Asked by the page itself every two seconds: nothing when nothing changed.</summary>
    public async Task<IActionResult> OnGetNewsAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken) || Chosen is null)
        {
            return NotFound();
        }

        if (Seen == $"{Shape}.{State}")
        {
            return StatusCode(StatusCodes.Status204NoContent);
        }

        if (Seen?.Split('.')[0] != Shape)
        {
            Response.Headers["HX-Trigger"] = "photos-arrived";
        }

        return Partial("_News", this);
    }

    public async Task<IActionResult> OnGetNewsGridAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Chosen is not null ? Partial("_Grid", this) : NotFound();

    /// <summary>The next cards, and how many there are on the page with them, so that drawing the grid anew takes none of them away.</summary>
    public async Task<IActionResult> OnGetCardsAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) && Chosen is not null ? Partial("_MoreCards", this) : NotFound();

    public Task<IActionResult> OnPostAskAsync(Guid id, string channel, bool on, CancellationToken cancellationToken) => ActAsync(
        id,
        async media => (await views.ChannelsAsync(Me.School, cancellationToken)).Where(c => c.Key.Value == channel)
            .Select(c => new NewAttestation(on ? AttestationKind.AskedFor : AttestationKind.NotAskedFor) { Media = media, Channel = c.Key }),
        cancellationToken);

    public Task<IActionResult> OnPostUnfitAsync(Guid id, CancellationToken cancellationToken) => ActAsync(
        id,
        media => Task.FromResult<IEnumerable<NewAttestation>>([new NewAttestation(AttestationKind.RefusedFor) { Media = media, Reasons = [ReasonCode.NotFitToBeSeen] }]),
        cancellationToken);

    private async Task<IActionResult> ActAsync(Guid id, Func<MediaId, Task<IEnumerable<NewAttestation>>> say, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (!await access.TeachesAsync(Me, media, cancellationToken))
        {
            return NotFound();
        }

        NewAttestation[] said = [.. await say(media)];
        if (said.Length == 0)
        {
            return NotFound();
        }

        await acts.SayAsync(Me.School, Me.User, said, cancellationToken);
        if (!IsPartial)
        {
            return Redirect(string.Create(CultureInfo.InvariantCulture, $"/teacher?class={Class}&day={Day:yyyy-MM-dd}#p-{media}"));
        }

        var photo = (await views.PhotosAsync(Me.School, [media], Reader.Teacher, cancellationToken)).Single();
        return Partial("_Card", new PhotoCard(photo, (await PackAsync([photo], cancellationToken)).Any(p => p.IsPosted)));
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, Me.User, cancellationToken);
        Chosen = Class is { } wanted ? Classes.FirstOrDefault(c => c.Id.Value == wanted) : Classes is [var first, ..] ? first : null;
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        ShownDay = Day ?? Today;
        if (Chosen is null)
        {
            return Class is null;
        }

        Days = [.. (await views.DaysAsync(Me.School, Chosen.Id, DaysShown, cancellationToken)).Append(Today).Append(ShownDay).Distinct().OrderDescending()];
        Photos = await views.DayAsync(Me.School, Chosen.Id, ShownDay, Reader.Teacher, cancellationToken);
        From = Math.Clamp(From, 0, Photos.Count);
        Upto = Math.Max(Math.Min(Upto, Photos.Count), From + AtOnce);
        Counts = await views.CountsAsync(Me.School, Chosen.Id, ShownDay, cancellationToken);
        Channels = await views.ChannelsAsync(Me.School, cancellationToken);
        TakeDowns = (await posts.ToTakeDownAsync(Me.School, [.. Classes.Select(c => c.Id)], ChannelId.Seesaw, cancellationToken)).Count;
        var pack = await PackAsync(Photos, cancellationToken);
        (ToPost, Posted) = (pack.Count(p => !p.IsPosted), pack.Where(p => p.IsPosted).Select(p => p.Photo.Id).ToHashSet());
        return true;
    }

    private async Task<IReadOnlyList<PackPhoto>> PackAsync(IReadOnlyList<PhotoView> photos, CancellationToken cancellationToken) =>
        PackPhoto.Of(photos, await posts.OfAsync(Me.School, [.. photos.Select(p => p.Id)], ChannelId.Seesaw, cancellationToken));

    private static string Mark(IEnumerable<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))))[..12];
}
