using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Seals;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace MediaGuard.Web.Pages;

/// <summary>One picture, large, and everything somebody may say of it. Whoever may not see it gets the answer for what does not exist.</summary>
internal abstract partial class PicturePage(IPhotoViews views, IHumanActs acts, SchoolCalendar calendar) : SchoolPage
{
    [BindProperty(SupportsGet = true, Name = "id")]
    public Guid Id { get; set; }

    public PhotoDetail Detail { get; private set; } = null!;
    public PhotoView Photo => Detail.Photo;

    /// <summary>Whom the name typed for one face found, when it did not say exactly who is meant.</summary>
    public NameSearch? Search { get; private set; }

    /// <summary>What was typed for the lead and not sent; null when nothing was.</summary>
    public string? Worry { get; private set; }

    public bool MayBeIllegal { get; private set; }

    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    /// <summary>Decides for the school: approves and refuses.</summary>
    public abstract bool Decides { get; }

    public abstract string Address { get; }

    /// <summary>Where to go when the picture is no longer this person's to see.</summary>
    protected abstract string Away { get; }

    /// <summary>Those of the class who may not appear on some channel asked for: the ones to look for.</summary>
    public IReadOnlyList<PersonView> LookFor => [.. Detail.Pool.Where(p => Photo.Channels.Any(c => c.IsAskedFor && !p.MayAppearOn.Contains(c.Channel)))];

    /// <summary>Every box there is something to say of, those found only where somebody was blurred or cropped out too.</summary>
    public IReadOnlyList<FaceView> Faces => [.. Detail.Faces.Concat(Detail.Redactions.SelectMany(r => r.Found))];

    /// <summary>What leaves for a channel instead of the picture as it is; null when it is that.</summary>
    public RedactionView? RedactionOn(ChannelId channel) => Detail.Redactions.FirstOrDefault(r => r.Channel == channel);

    protected MediaId Media => new(Id);

    protected IHumanActs Acts => acts;

    protected IPhotoViews Views => views;

    protected abstract Reader Reader { get; }

    /// <summary>Whose classes' people may be named; null for the whole school's.</summary>
    protected abstract UserId? ClassesOf { get; }

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        var stop = HttpContext.RequestAborted;
        if (!await MayAsync(stop) || await views.DetailAsync(Me.School, Media, Reader, stop) is not { Photo.Status: not MediaStatus.Sealed } detail)
        {
            context.Result = NotFound();
            return;
        }

        Detail = detail;
        await next();
    }

    public Task<IActionResult> OnPostInAsync(Guid person, CancellationToken cancellationToken) =>
        SayOfPersonAsync(AttestationKind.InPicture, AttestationKind.InPicture, person, null, cancellationToken);

    public Task<IActionResult> OnPostOutAsync(Guid person, CancellationToken cancellationToken) =>
        SayOfPersonAsync(AttestationKind.Absent, AttestationKind.Absent, person, null, cancellationToken);

    /// <summary>Every one of the people listed is said not to be in it, unless named in it.</summary>
    public async Task<IActionResult> OnPostNoneAsync(Guid[] listed, CancellationToken cancellationToken)
    {
        var people = listed.Select(p => new PersonId(p)).Where(p => !Photo.Named.Contains(p)).Intersect(Detail.Pool.Select(p => p.Id));
        return await SayAsync([.. people.Select(p => new NewAttestation(AttestationKind.Absent) { Media = Media, Person = p })], cancellationToken);
    }

    /// <summary>Names a face, or without one says who is in the picture: whom the button says, or the only person the name typed can mean.</summary>
    /// <param name="who">What was typed, by the face's id; under <see cref="NameSearch.NoFace"/> for nobody's face.</param>
    public async Task<IActionResult> OnPostNameAsync(Guid? face, Guid? person, Dictionary<string, string?> who, CancellationToken cancellationToken)
    {
        var kind = face is null ? AttestationKind.InPicture : AttestationKind.OnFace;
        if (person is { } chosen)
        {
            return await SayOfPersonAsync(kind, null, chosen, face, cancellationToken);
        }

        face ??= TypedFace(who);
        kind = face is null ? AttestationKind.InPicture : AttestationKind.OnFace;
        var search = await FindAsync(face, who.GetValueOrDefault(NameSearch.Key(face)), cancellationToken);
        if (search.Found is [var only] && search.Typed.Length > 0)
        {
            return await SayOfPersonAsync(kind, null, only.Id.Value, face, cancellationToken);
        }

        if (face is null && search.Typed.Length == 0)
        {
            return Again();
        }

        Search = search;
        await ShowAsync(cancellationToken);
        return Page();
    }

    /// <summary>The names that fit what was typed so far; in the body, so that no name stands in an address.</summary>
    public async Task<IActionResult> OnPostFindAsync(Guid? face, string? typed, CancellationToken cancellationToken) =>
        Partial("_Found", (this, await FindAsync(face, typed, cancellationToken)));

    /// <summary>One tap: the face is whom matching suggests.</summary>
    public Task<IActionResult> OnPostSuggestedAsync(Guid face, CancellationToken cancellationToken) =>
        Faces.FirstOrDefault(f => f.Id.Value == face)?.Suggested is { } person
            ? SayOfPersonAsync(AttestationKind.OnFace, null, person.Value, face, cancellationToken)
            : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostNotAFaceAsync(Guid face, CancellationToken cancellationToken) =>
        Faces.Any(f => f.Id.Value == face)
            ? SayAsync([new NewAttestation(AttestationKind.NotAFace) { Media = Media, Face = new FaceId(face) }], cancellationToken)
            : Task.FromResult<IActionResult>(NotFound());

    public Task<IActionResult> OnPostNotAPupilAsync(Guid face, CancellationToken cancellationToken) =>
        Faces.Any(f => f.Id.Value == face)
            ? SayAsync([new NewAttestation(AttestationKind.NotAPupil) { Media = Media, Face = new FaceId(face) }], cancellationToken)
            : Task.FromResult<IActionResult>(NotFound());

    /// <summary>A face the detectors missed, where it was drawn.</summary>
    public async Task<IActionResult> OnPostAddFaceAsync(DrawnBox drawn, CancellationToken cancellationToken)
    {
        if (!Photo.HasPicture || drawn.On(Photo.Width, Photo.Height) is not { } area)
        {
            Leave(DrawnBox.Help);
            return Again();
        }

        return await SayAsync([new NewAttestation(AttestationKind.FaceAdded) { Media = Media, Area = area }], cancellationToken);
    }

    public Task<IActionResult> OnPostOutsideAsync(CancellationToken cancellationToken) =>
        SayAsync([new NewAttestation(AttestationKind.NobodyFromOutside) { Media = Media }], cancellationToken);

    public Task<IActionResult> OnPostNobodyElseAsync(CancellationToken cancellationToken) =>
        SayAsync([new NewAttestation(AttestationKind.NobodyElse) { Media = Media }], cancellationToken);

    public Task<IActionResult> OnPostUnfitAsync(CancellationToken cancellationToken) =>
        SayAsync([new NewAttestation(AttestationKind.RefusedFor) { Media = Media, Reasons = [ReasonCode.NotFitToBeSeen] }], cancellationToken);

    /// <summary>Sends the picture to the safeguarding lead; from then on there is nothing here any more. What was typed is written down in any case.</summary>
    public async Task<IActionResult> OnPostSealAsync(string? why, bool illegal, CancellationToken cancellationToken)
    {
        if (why?.Trim() is not { Length: > 0 and <= 1000 } worry)
        {
            (Worry, MayBeIllegal) = (why ?? "", illegal);
            Leave(Words.Text("Not sent yet: say what worries you, in at most 1,000 letters."));
            await ShowAsync(cancellationToken);
            return Page();
        }

        Leave(await acts.SealAsync(Me.School, Me.User, Media, worry, illegal, cancellationToken) switch
        {
            SealOutcome.Noted => Words.Text("The lead has been told. MediaGuard is just working on the picture; it goes under seal by itself in a moment."),
            SealOutcome.NotThere => Words.Text("The lead has been told. Of the picture nothing is left here that could go under seal."),
            _ => Words.Text("It is with the safeguarding lead, under seal. Nobody can see or change it now."),
        });
        return Redirect(Away);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(AttestationKind kind, Guid? person, Guid? face, string? channel, CancellationToken cancellationToken)
    {
        if (kind is AttestationKind.Approved or AttestationKind.RefusedFor or AttestationKind.Blurred or AttestationKind.Cropped && !Decides)
        {
            return Forbid();
        }

        await acts.TakeBackAsync(
            Me.School,
            Me.User,
            Media,
            kind,
            person is { } p ? new PersonId(p) : null,
            face is { } f ? new FaceId(f) : null,
            Photo.Channels.FirstOrDefault(c => c.Channel.Value == channel)?.Channel,
            cancellationToken);
        Leave(Words.Text("Taken back."));
        return Again();
    }

    protected abstract Task<bool> MayAsync(CancellationToken cancellationToken);

    protected virtual async Task ShowAsync(CancellationToken cancellationToken)
    {
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        OtherClasses = [.. (await views.ClassesAsync(Me.School, null, cancellationToken)).Where(c => c.Id != Photo.Group)];
        TakeNote();
    }

    protected virtual IActionResult Again() => Redirect(Address);

    protected virtual async Task<IActionResult> SayAsync(IReadOnlyCollection<NewAttestation> said, CancellationToken cancellationToken)
    {
        if (said.Count > 0)
        {
            await acts.SayAsync(Me.School, Me.User, said, cancellationToken);
        }

        return Again();
    }

    /// <summary>Says it of somebody of this school; said the same way already, it is taken back.</summary>
    private async Task<IActionResult> SayOfPersonAsync(AttestationKind kind, AttestationKind? toggles, Guid person, Guid? face, CancellationToken cancellationToken)
    {
        var who = new PersonId(person);
        if ((face is not null && Faces.All(f => f.Id.Value != face))
            || !await views.MayBeNamedAsync(Me.School, Media, ClassesOf, who, cancellationToken))
        {
            return NotFound();
        }

        if (toggles is { } same && Detail.Said.Any(s => s.Kind == same && s.PersonId == who && !s.IsBeforehand))
        {
            await acts.TakeBackAsync(Me.School, Me.User, Media, same, who, null, null, cancellationToken);
            return Again();
        }

        return await SayAsync([new NewAttestation(kind) { Media = Media, Person = who, Face = face is { } f ? new FaceId(f) : null }], cancellationToken);
    }

    /// <summary>Enter in a field presses no button of its own: it means the face whose field alone was filled in.</summary>
    private static Guid? TypedFace(Dictionary<string, string?> who) =>
        who.Where(w => !string.IsNullOrWhiteSpace(w.Value)).Select(w => w.Key).ToList() is [var key] && Guid.TryParse(key, out var face) ? face : null;

    private async Task<NameSearch> FindAsync(Guid? face, string? typed, CancellationToken cancellationToken)
    {
        var text = typed?.Trim() ?? "";
        return new NameSearch(face, text, await views.FindPeopleAsync(Me.School, Media, ClassesOf, text, NameSearch.AtMost, cancellationToken));
    }
}
