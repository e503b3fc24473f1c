using MediaGuard.Journey.Packs;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Posts;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages;

/// <summary>Pictures that went to Seesaw and must come down by hand: their recall stays open until somebody says so here.</summary>
/// <param name="mayEveryClass">Whether those of every class are shown; otherwise those of the reader's own.</param>
internal abstract class SeesawTakeDownsPage(IPhotoViews views, IPostBook posts, IPacks packs, SchoolCalendar calendar, Reader reader, bool mayEveryClass) : SchoolPage
{
    private IReadOnlyDictionary<MediaId, PhotoView> photos = new Dictionary<MediaId, PhotoView>();

    public IReadOnlyList<PostView> Waiting { get; private set; } = [];

    public IReadOnlyDictionary<GroupId, string> Classes { get; private set; } = new Dictionary<GroupId, string>();

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;

    public DateOnly Today { get; private set; }

    public Instant Now => calendar.Now;

    public PhotoView? Photo(PostView post) => photos.GetValueOrDefault(post.Media);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        Classes = await ClassesAsync(cancellationToken);
        Waiting = await posts.ToTakeDownAsync(Me.School, [.. Classes.Keys], ChannelId.Seesaw, cancellationToken);
        photos = (await views.PhotosAsync(Me.School, [.. Waiting.Select(w => w.Media).Distinct()], reader, cancellationToken)).ToDictionary(p => p.Id);
        TakeNote();
    }

    public Task<IActionResult> OnPostDownAsync(Guid release, CancellationToken cancellationToken) =>
        EndAsync(release, PostEnd.TakenDown, Words.Text("Thank you. It is noted as taken down."), cancellationToken);

    public Task<IActionResult> OnPostNeverAsync(Guid release, CancellationToken cancellationToken) =>
        EndAsync(release, PostEnd.NeverPosted, Words.Text("Thank you. It is noted as never posted."), cancellationToken);

    private async Task<IActionResult> EndAsync(Guid release, PostEnd end, string note, CancellationToken cancellationToken)
    {
        if (!await packs.EndAsync(Me.School, [.. (await ClassesAsync(cancellationToken)).Keys], new ReleaseId(release), end, Me.User, cancellationToken))
        {
            return NotFound();
        }

        Leave(note);
        return Redirect(Request.Path);
    }

    private async Task<Dictionary<GroupId, string>> ClassesAsync(CancellationToken cancellationToken) =>
        (await views.ClassesAsync(Me.School, mayEveryClass ? null : Me.User, cancellationToken)).ToDictionary(c => c.Id, c => c.Name);
}
