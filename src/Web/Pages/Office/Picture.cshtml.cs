using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>One picture of the queue: why it is held, who may be in it, and the decision.</summary>
internal sealed partial class PictureModel(IPhotoViews views, IHumanActs acts, IIncidentBook incidents, SchoolCalendar calendar) : PicturePage(views, acts, calendar)
{
    private const int PicturesAhead = 2;

    public override bool Decides => true;

    public override string Address => $"/office/picture/{Media}";

    public MediaId? Previous { get; private set; }
    public MediaId? Next { get; private set; }

    /// <summary>What comes after this picture, for the page to fetch beforehand.</summary>
    public IReadOnlyList<MediaId> Ahead { get; private set; } = [];

    /// <summary>Place in the queue from 1; 0 when it no longer waits.</summary>
    public int Place { get; private set; }
    public int Waiting { get; private set; }

    protected override string Away => "/office";

    protected override Reader Reader => Reader.Office;

    protected override UserId? ClassesOf => null;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <param name="shown">Keys of the doubts the page showed when it was opened, by channel.</param>
    public async Task<IActionResult> OnPostApproveAsync(string channel, Dictionary<string, string?> shown, CancellationToken cancellationToken)
    {
        if (Photo.Channels.FirstOrDefault(c => c.Channel.Value == channel) is not { IsAskedFor: true } on)
        {
            return NotFound();
        }

        var also = await AlsoAsync(cancellationToken);
        var keys = (shown.GetValueOrDefault(channel) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var standing = await Acts.ApproveTogetherAsync(Me.School, Me.User, Media, also, on.Channel, keys, cancellationToken);
        if (!standing.ContainsKey(Media))
        {
            Leave(Words.Text($"Not approved: it was refused for {on.Name} meanwhile. To reconsider, take back the refusal."));
            return Again();
        }

        var cleared = standing.Count(s => s.Value.Count == 0);
        var still = (await Views.PhotosAsync(Me.School, [Media], Reader, cancellationToken)).SelectMany(p => p.On(on.Channel)?.Reasons ?? []).ToList();
        Leave((also.Count, cleared) switch
        {
            (0, 1) => Words.Text($"Cleared for {on.Name}."),
            (0, _) when still.TrueForAll(r => r.CanBeApproved) => Words.Text($"Noted, but not cleared for {on.Name}: something came up after you had opened the page. Look at what is listed there, and approve again."),
            (0, _) => Words.Text($"Noted, but not cleared for {on.Name}: what is listed there still stands, and looking at the picture cannot change it."),
            var (others, all) when all == others + 1 => Words.Text($"Cleared for {on.Name}: {cleared} pictures."),
            var (others, _) => Words.Text($"Cleared for {on.Name}: {cleared} of {others + 1} pictures. With each of the others stands why it still waits."),
        });
        return await OnwardAsync(also, cancellationToken);
    }

    /// <param name="channel">Null refuses it for every channel.</param>
    public async Task<IActionResult> OnPostRefuseAsync(string? channel, CancellationToken cancellationToken)
    {
        var on = Photo.Channels.FirstOrDefault(c => c.Channel.Value == channel);
        if (channel is not null && on is null)
        {
            return NotFound();
        }

        var also = await AlsoAsync(cancellationToken);
        var refused = new NewAttestation(AttestationKind.RefusedFor) { Media = Media, Channel = on?.Channel, Reasons = [ReasonCode.RefusedByOffice] };
        await Acts.SayTogetherAsync(Me.School, Me.User, Media, [refused], also, cancellationToken);
        Leave((on is null, also.Count) switch
        {
            (true, 0) => Words.Text("Refused for every channel."),
            (true, _) => Words.Text($"Refused for every channel: {also.Count + 1} pictures."),
            (false, 0) => Words.Text($"Refused for {on!.Name}."),
            (false, _) => Words.Text($"Refused for {on!.Name}: {also.Count + 1} pictures."),
        });
        return await OnwardAsync(also, cancellationToken);
    }

    /// <summary>The face is covered in what leaves for this channel, and only there.</summary>
    public async Task<IActionResult> OnPostBlurAsync(Guid face, string channel, CancellationToken cancellationToken)
    {
        if (Asked(channel) is not { } on || Faces.All(f => f.Id.Value != face))
        {
            return NotFound();
        }

        await Acts.SayAsync(Me.School, Me.User, [new NewAttestation(AttestationKind.Blurred) { Media = Media, Face = new FaceId(face), Channel = on.Channel }], cancellationToken);
        Leave(Words.Text($"Blurred for {on.Name}. Look at the copy before you let it go."));
        return Again();
    }

    /// <summary>Only the part drawn goes to this channel.</summary>
    public async Task<IActionResult> OnPostCropAsync(string channel, Dictionary<string, DrawnBox> kept, CancellationToken cancellationToken)
    {
        if (Asked(channel) is not { } on)
        {
            return NotFound();
        }

        if (kept.GetValueOrDefault(channel)?.On(Photo.Width, Photo.Height) is not { } area || DrawnBox.Whole(area) is not { ShorterSide: >= DrawnBox.SmallestPicture } whole)
        {
            Leave(DrawnBox.Help);
            return Again();
        }

        await Acts.SayAsync(Me.School, Me.User, [new NewAttestation(AttestationKind.Cropped) { Media = Media, Channel = on.Channel, Area = whole }], cancellationToken);
        Leave(Words.Text($"Cropped for {on.Name}. Look at the copy before you let it go."));
        return Again();
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellationToken)
    {
        if (!await Acts.DeleteAsync(Me.School, Me.User, Media, cancellationToken))
        {
            Leave(await incidents.NeedsAsync(Me.School, Media, cancellationToken)
                ? Words.Text("Nothing was deleted: the safeguarding lead needs the picture kept for now. Ask them when it may go.")
                : Words.Text("Nothing was deleted: there is nothing of it here that may be."));
            return Again();
        }

        Leave(Words.Text("Deleted for good."));
        return Redirect("/office");
    }

    protected override async Task<bool> MayAsync(CancellationToken cancellationToken) => await Views.PlaceAsync(Me.School, Media, cancellationToken) is not null;

    private ChannelView? Asked(string? channel) => Photo.HasPicture ? Photo.Channels.FirstOrDefault(c => c.IsAskedFor && c.Channel.Value == channel) : null;

    private async Task ShowQueueAsync(CancellationToken cancellationToken)
    {
        var queue = await Views.HeldIdsAsync(Me.School, cancellationToken);
        Waiting = queue.Count;
        var at = queue.Select((id, i) => (id, i)).FirstOrDefault(x => x.id == Media, (default, -1)).i;
        Place = at + 1;
        var after = at >= 0 ? at + 1 : queue.Count(id => id.Value.CompareTo(Id) < 0);
        var before = at >= 0 ? at - 1 : after - 1;
        Next = after < queue.Count ? queue[after] : null;
        Ahead = [.. queue.Skip(after).Concat(queue.Take(PicturesAhead)).Where(id => id != Media).Distinct().Take(PicturesAhead)];
        Left = left.Count == 0 ? [] : await Views.PhotosAsync(Me.School, [.. queue.Intersect(left).Where(id => id != Media)], Reader.Office, cancellationToken);
        Previous = before >= 0 && before < queue.Count ? queue[before] : null;
    }

    /// <summary>Stays while the picture waits for something; otherwise goes on to the next one.</summary>
    /// <param name="also">What was decided with it; the next page lists those of them that still wait.</param>
    private async Task<IActionResult> OnwardAsync(IReadOnlyList<MediaId> also, CancellationToken cancellationToken)
    {
        var queue = await Views.HeldIdsAsync(Me.School, cancellationToken);
        if (queue.Contains(Media))
        {
            return Again();
        }

        TempData["last"] = Media.ToString();
        KeepTicked();
        var next = queue.FirstOrDefault(id => id.Value.CompareTo(Id) > 0, queue.Count > 0 ? queue[0] : default);
        return Redirect(next == default ? "/office" : $"/office/picture/{next}");
    }
}
