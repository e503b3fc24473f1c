using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Office;

/// <summary>A guardian's link on paper. Made when asked for and shown once; loading it again makes no second one.</summary>
internal sealed class LetterModel(ParentLinks links) : SchoolPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public NewLink Link { get; private set; } = null!;

    public string Address { get; private set; } = "";

    public IActionResult OnGet() => Redirect($"/office/register/person/{new PersonId(Id)}");

    public async Task<IActionResult> OnPostAsync(Guid guardian, CancellationToken cancellationToken)
    {
        if (await links.MakeAsync(Me.School, new PersonId(Id), guardian, Me.User, Request, cancellationToken) is not (var link, var address))
        {
            return NotFound();
        }

        (Link, Address) = (link, address);
        return Page();
    }
}
