using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

/// <summary>What the pages of signing in share.</summary>
internal static class SignInPages
{
    /// <summary>To the page that was asked for, on this program only; otherwise to where the person's work begins.</summary>
    public static IActionResult ToWork(this PageModel page, string? returnUrl) =>
        page.Url.IsLocalUrl(returnUrl) ? page.LocalRedirect(returnUrl) : page.LocalRedirect("/");
}
