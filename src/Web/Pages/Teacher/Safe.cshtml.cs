using MediaGuard.Media;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Teacher;

/// <summary>What a class's iPads and cameras may delete now: what they took and the vault holds, whole and compared.</summary>
internal sealed class SafeModel(IPhotoViews views, ICustodyViews custody, SchoolCalendar calendar) : SchoolPage
{
    private const int DaysBack = 14;

    [BindProperty(SupportsGet = true, Name = "class")]
    public Guid? Class { get; set; }

    public IReadOnlyList<ClassView> Classes { get; private set; } = [];
    public ClassView Chosen { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public IReadOnlyList<SafeDay> Days { get; private set; } = [];

    /// <summary>The photos of the days, to be known by their picture: Photos on an iPad shows no file names.</summary>
    public IReadOnlyDictionary<MediaId, PhotoView> Photos { get; private set; } = new Dictionary<MediaId, PhotoView>();

    /// <summary>How many must stay on the device.</summary>
    public int Keep { get; private set; }

    public static string Say(SafeDay day, DateOnly today)
    {
        var n = day.Photos.Count;
        var when = (today.DayNumber - day.TakenOn.DayNumber) switch
        {
            0 => Words.Text("today"),
            1 => Words.Text("yesterday"),
            _ => Words.Text($"on {SchoolCalendar.Say(day.TakenOn, today)}"),
        };
        return n == 1
            ? Words.Text($"The photo it took {when} is safe here, so it may be deleted from the device.")
            : Words.Text($"{n} photos it took {when} are safe here, so they may be deleted from the device.");
    }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Classes = await views.ClassesAsync(Me.School, Me.User, cancellationToken);
        if ((Class is { } wanted ? Classes.FirstOrDefault(c => c.Id.Value == wanted) : Classes is [var first, ..] ? first : null) is not { } chosen)
        {
            return NotFound();
        }

        Chosen = chosen;
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        (Days, Keep) = await custody.SafeAsync(Me.School, chosen.Id, Today.AddDays(-DaysBack), cancellationToken);
        var listed = await views.PhotosAsync(Me.School, [.. Days.SelectMany(d => d.Photos).Select(p => p.Id)], Reader.Teacher, cancellationToken);
        Photos = listed.ToDictionary(p => p.Id);
        return Page();
    }
}
