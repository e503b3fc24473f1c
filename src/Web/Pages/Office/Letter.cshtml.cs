using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>A guardian's link on paper. Made when asked for and shown once; loading it again makes no second one and leads back to the person.</summary>
internal sealed class LetterModel(ParentLinks links) : SchoolPage
{
    private const string Key = "letter";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public string School { get; private set; } = "";

    public string Guardian { get; private set; } = "";

    public DateOnly LastDay { get; private set; }

    public string Address { get; private set; } = "";

    public IActionResult OnGet()
    {
        if (TempData[Key] is not string[] { Length: 5 } shown || shown[0] != new PersonId(Id).ToString())
        {
            return Redirect($"/office/register/person/{new PersonId(Id)}");
        }

        (School, Guardian, LastDay, Address) = (shown[1], shown[2], DateOnly.ParseExact(shown[3], "yyyy-MM-dd", CultureInfo.InvariantCulture), shown[4]);
        return Page();
    }

    /// <remarks>Shown by the answer to another request: to send this one again would make another link, and the printed one would lead nowhere.</remarks>
    public async Task<IActionResult> OnPostAsync(Guid guardian, CancellationToken cancellationToken)
    {
        if (await links.MakeAsync(Me.School, new PersonId(Id), guardian, Me.User, Request, cancellationToken) is not (var link, var address))
        {
            return NotFound();
        }

        TempData[Key] = new[] { new PersonId(Id).ToString(), link.School, link.Guardian, link.LastDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), address };
        return Redirect($"/office/register/letter/{new PersonId(Id)}");
    }
}
