using System.Globalization;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>The day's contact sheet of a class for one channel: who of those who may not appear is in which picture.</summary>
internal sealed class SheetModel(IPhotoViews views, IHumanActs acts, ISheetActs sheets, SchoolCalendar calendar, PhotoAccess access) : SchoolPage
{
    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid Class { get; set; }

    [BindProperty(SupportsGet = true, Name = "day")]
    public DateOnly Day { get; set; }

    [BindProperty(SupportsGet = true, Name = "channel")]
    public string Channel { get; set; } = "";

    /// <summary>The pictures that were on the sheet, ids separated by blanks.</summary>
    [BindProperty(Name = "pictures")]
    public string? Pictures { get; set; }

    /// <summary>The people who were listed, ids separated by blanks.</summary>
    [BindProperty(Name = "listed")]
    public string? Listed { get; set; }

    /// <summary>What was tapped: picture, colon, person.</summary>
    [BindProperty(Name = "in")]
    public string[] Tapped { get; set; } = [];

    [BindProperty(Name = "rest")]
    public bool Rest { get; set; }

    public ClassView Chosen { get; private set; } = null!;
    public ChannelId ChannelId { get; private set; }
    public string ChannelName { get; private set; } = "";
    public IReadOnlyList<PersonView> Names { get; private set; } = [];
    public IReadOnlyList<PhotoView> ForSheet { get; private set; } = [];
    public IReadOnlyList<PhotoView> OneByOne { get; private set; } = [];
    public IReadOnlyList<PhotoView> Said { get; private set; } = [];
    public int OnTheWay { get; private set; }
    public string DayName { get; private set; } = "";
    public string? Problem { get; private set; }

    public string Query => string.Create(CultureInfo.InvariantCulture, $"class={Class}&day={Day:yyyy-MM-dd}&channel={Channel}");

    public bool IsTapped(PhotoView photo, PersonView person) => Tapped.Contains($"{photo.Id}:{person.Id}");

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        TakeNote();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!Rest)
        {
            Problem = Words.Text("Tick the box in step 2 if it is so. If you are not sure about a picture, look closely at it first.");
            return Page();
        }

        var pictures = Ids(Pictures).Select(id => new MediaId(id)).Intersect(ForSheet.Select(p => p.Id)).ToList();
        var people = Ids(Listed).Select(id => new PersonId(id)).Intersect((await views.PeopleAsync(Me.School, Chosen.Id, cancellationToken)).Select(p => p.Id)).ToList();
        if (pictures.Count > 0)
        {
            var tapped = ReadTapped();
            var drawn = await sheets.SayAsync(
                Me.School, Me.User, SheetAnswer.Batch(Chosen.Id, ChannelId, pictures, people, tapped), SheetAnswer.Read(pictures, people, tapped), cancellationToken);
            var noted = pictures.Count == 1 ? Words.Text("Thank you. It is noted for 1 picture.") : Words.Text($"Thank you. It is noted for {pictures.Count} pictures.");
            Leave(drawn switch
            {
                0 => noted,
                1 => noted + " " + Words.Text("A colleague looks at one of them again before they go out."),
                _ => noted + " " + Words.Text($"A colleague looks at {drawn} of them again before they go out."),
            });
        }

        return Redirect($"/teacher/sheet?{Query}");
    }

    /// <summary>Takes back everything the contact sheet may have said of a picture; what makes it unknown goes first.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken cancellationToken)
    {
        var media = new MediaId(id);
        if (!await access.TeachesAsync(Me, media, cancellationToken))
        {
            return NotFound();
        }

        foreach (var kind in new[] { AttestationKind.NobodyElse, AttestationKind.NobodyFromOutside, AttestationKind.Absent, AttestationKind.InPicture })
        {
            await acts.TakeBackAsync(Me.School, Me.User, media, kind, null, null, null, cancellationToken);
        }

        Leave(Words.Text("Taken back. The picture waits for your word again."));
        return Redirect($"/teacher/sheet?{Query}");
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var channels = await views.ChannelsAsync(Me.School, cancellationToken);
        var mine = await views.ClassesAsync(Me.School, Me.User, cancellationToken);
        if (mine.FirstOrDefault(c => c.Id.Value == Class) is not { } chosen || channels.All(c => c.Key.Value != Channel))
        {
            return false;
        }

        Chosen = chosen;
        (ChannelId, ChannelName) = channels.First(c => c.Key.Value == Channel);
        DayName = SchoolCalendar.Say(Day, await calendar.TodayAsync(Me.School, cancellationToken));
        Names = [.. (await views.PeopleAsync(Me.School, chosen.Id, cancellationToken)).Where(p => !p.MayAppearOn.Contains(ChannelId))];
        var photos = await views.DayAsync(Me.School, chosen.Id, Day, Reader.Teacher, cancellationToken);
        ForSheet = [.. photos.Where(p => SheetPick.IsForSheet(p, ChannelId))];
        OneByOne = [.. photos.Where(p => SheetPick.IsOneByOne(p, ChannelId))];
        Said = [.. photos.Where(p => SheetPick.CanBeTakenBack(p, ChannelId) && !OneByOne.Contains(p) && !ForSheet.Contains(p))];
        OnTheWay = photos.Count(p => p.Status < MediaStatus.Decided);
        return true;
    }

    private HashSet<(MediaId, PersonId)> ReadTapped() =>
    [
        .. Tapped.Select(t => t.Split(':')).Where(t => t.Length == 2 && Guid.TryParse(t[0], out _) && Guid.TryParse(t[1], out _))
            .Select(t => (new MediaId(Guid.Parse(t[0])), new PersonId(Guid.Parse(t[1])))),
    ];

    private static IEnumerable<Guid> Ids(string? text) => (text ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => Guid.TryParse(t, out var id) ? id : Guid.Empty);
}
