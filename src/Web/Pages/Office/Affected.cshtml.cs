using MediaGuard.Media;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>What a family's no touched: every photo that was cleared on this person's word and is cleared no longer.</summary>
internal sealed class AffectedModel(IPhotoViews photos, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    private const int Shown = 200;

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public RegisterLine Person { get; private set; } = null!;
    public IReadOnlyList<PhotoView> Photos { get; private set; } = [];
    public int Count { get; private set; }
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var person = new PersonId(Id);
        if (await register.PersonAsync(Me.School, person, Reader.Office, cancellationToken) is not { } history)
        {
            return NotFound();
        }

        Person = history.Person;
        (Photos, Count) = await photos.NoLongerClearedAsync(Me.School, person, Shown, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        return Page();
    }
}
