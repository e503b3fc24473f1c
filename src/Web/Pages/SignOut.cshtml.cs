using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

internal sealed class SignOutModel(SchoolSignInManager signIn, IAccessBook access, SessionGate sessions) : PageModel
{
    /// <summary>The page was covered and nobody came back.</summary>
    public bool WasAway { get; private set; }

    public IActionResult OnGet(bool away)
    {
        WasAway = away;
        return User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();
    }

    public async Task<IActionResult> OnPostAsync(bool away)
    {
        if (CurrentPerson.From(User) is { Session: { } session } me)
        {
            await access.EndAsync(me.School, me.User, session, me.User, HttpContext.RequestAborted);
            sessions.Forget(session);
        }

        await signIn.SignOutAsync();
        return Redirect(away ? "/sign-out?away=true" : "/sign-out");
    }
}
