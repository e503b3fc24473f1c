using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages;

/// <summary>Leads everybody to where their work begins.</summary>
internal sealed class IndexModel : SchoolPage
{
    public IActionResult OnGet() => RoleHomes.Of(Me) is [var first, ..] ? Redirect(first.Path) : Page();
}
