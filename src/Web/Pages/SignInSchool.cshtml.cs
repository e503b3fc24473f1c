using System.Security.Claims;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Pages;

/// <summary>Signing in with the school's own accounts: there, and back again.</summary>
/// <remarks>The provider says who somebody is; only an account made here says what they may do. A mail address counts when the provider verified it and its domain is the school's.</remarks>
internal sealed class SignInSchoolModel(SchoolSignInManager signIn, UserManager<SchoolUser> users, IAccessBook access, SchoolNetwork network, IOptions<SignInRules> rules) : PageModel
{
    private static string NotHere => Words.Text("There is no account here for that school account. Ask whoever looks after MediaGuard at your school to make one with the same e-mail address.");

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync(bool go, bool failed, string? returnUrl)
    {
        if (!rules.Value.Accounts.IsOn)
        {
            return NotFound();
        }

        if (go)
        {
            var back = Url.Page("/SignInSchool", new { returnUrl = Url.IsLocalUrl(returnUrl) ? returnUrl : "/" });
            return Challenge(signIn.ConfigureExternalAuthenticationProperties(SchoolAccounts.Scheme, back), SchoolAccounts.Scheme);
        }

        if (failed || await signIn.GetExternalLoginInfoAsync() is not { } info)
        {
            Problem = Words.Text("The school account's sign-in was not finished. Try again.");
            return Page();
        }

        await HttpContext.SignOutAsync(IdentityConstants.ExternalScheme);
        return await AnswerAsync(info, returnUrl);
    }

    private async Task<IActionResult> AnswerAsync(ExternalLoginInfo info, string? returnUrl)
    {
        if (VerifiedMail(info.Principal) is not { } mail)
        {
            Problem = Words.Text("That account is not one of this school's. Sign in with the e-mail address the school gave you.");
            return Page();
        }

        var linked = await users.FindByLoginAsync(info.LoginProvider, info.ProviderKey);
        var user = linked ?? await users.FindByEmailAsync(mail);
        if (user is null || (linked is not null && !string.Equals(linked.Email, mail, StringComparison.OrdinalIgnoreCase)))
        {
            Problem = NotHere;
            return Page();
        }

        if (linked is null && !(await users.AddLoginAsync(user, info)).Succeeded)
        {
            Problem = NotHere;
            return Page();
        }

        var result = await signIn.ExternalLoginSignInAsync(info.LoginProvider, info.ProviderKey, isPersistent: false, bypassTwoFactor: true);
        if (result.Succeeded)
        {
            return this.ToWork(returnUrl);
        }

        var (act, problem) = user.IsDisabled ? (SignInAct.Refused, NotHere)
            : signIn.HasEnded(user) ? (SignInAct.AccountEnded, Words.Text("This guest account's time is over. Ask the school's office if you still need it."))
            : network.IsShutTo(HttpContext) ? (SignInAct.NotAllowedFromHere, Words.Text("Staff sign in from the school's own network only."))
            : result.IsLockedOut ? (SignInAct.Refused, Words.Text("There were too many tries. Wait 15 minutes, then sign in again."))
            : (SignInAct.Refused, NotHere);
        await access.NoteAsync(user.SchoolId, new UserId(user.Id), act, null, HttpContext.RequestAborted);
        Problem = problem;
        return Page();
    }

    private string? VerifiedMail(ClaimsPrincipal who)
    {
        var mail = who.FindFirstValue("email");
        var isVerified = string.Equals(who.FindFirstValue("email_verified"), "true", StringComparison.OrdinalIgnoreCase);
        return isVerified && mail?.Split('@') is [_, var domain] && rules.Value.Accounts.Domains.Contains(domain, StringComparer.OrdinalIgnoreCase) ? mail : null;
    }
}
