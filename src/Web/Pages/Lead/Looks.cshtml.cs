using MediaGuard.Media;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Views;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Lead;

/// <summary>Who saw pictures that show, or may show, one person.</summary>
internal sealed class LooksModel(ISideLog log, IRegisterViews register, SchoolCalendar calendar) : SchoolPage
{
    public PersonId Person { get; private set; }
    public string Name { get; private set; } = "";
    public IReadOnlyList<LookLine> Lines { get; private set; } = [];
    public TimeZoneInfo Zone { get; private set; } = TimeZoneInfo.Utc;
    public DateOnly Today { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellationToken)
    {
        Person = new PersonId(id);
        if (await register.PersonAsync(Me.School, Person, Reader.Lead, cancellationToken) is not { } history)
        {
            return NotFound();
        }

        Name = history.Person.Name;
        await log.FlushAsync(cancellationToken);
        Lines = await log.OfPersonAsync(Me.School, Person, cancellationToken);
        Zone = await calendar.ZoneAsync(Me.School, cancellationToken);
        Today = await calendar.TodayAsync(Me.School, cancellationToken);
        return Page();
    }
}
