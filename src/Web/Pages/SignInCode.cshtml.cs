using MediaGuard.Media;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

/// <summary>The second step of signing in: a code from an app (TOTP, RFC 6238), or a recovery code.</summary>
internal sealed class SignInCodeModel(SchoolSignInManager signIn, IAccessBook access) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public async Task<IActionResult> OnGetAsync() => await signIn.GetTwoFactorAuthenticationUserAsync() is null ? Redirect("/sign-in") : Page();

    public Task<IActionResult> OnPostAsync(string? code) => AnswerAsync(
        () => signIn.TwoFactorAuthenticatorSignInAsync((code ?? "").Replace(" ", "", StringComparison.Ordinal), isPersistent: false, rememberClient: false),
        Words.Text("That code is not right, or its half minute is over. Type the one the app shows now."));

    public Task<IActionResult> OnPostRecoveryAsync(string? recovery) => AnswerAsync(
        () => signIn.TwoFactorRecoveryCodeSignInAsync((recovery ?? "").Replace(" ", "", StringComparison.Ordinal)),
        Words.Text("That is not one of your recovery codes, or it was used before."));

    private async Task<IActionResult> AnswerAsync(Func<Task<Microsoft.AspNetCore.Identity.SignInResult>> signInAsync, string wrong)
    {
        if (await signIn.GetTwoFactorAuthenticationUserAsync() is not { } user)
        {
            return Redirect("/sign-in");
        }

        var result = await signInAsync();
        if (result.Succeeded)
        {
            return this.ToWork(ReturnUrl);
        }

        if (result.IsNotAllowed || user.IsDisabled)
        {
            return Redirect("/sign-in");
        }

        await access.NoteAsync(user.SchoolId, new UserId(user.Id), result.IsLockedOut ? SignInAct.LockedOut : SignInAct.WrongCode, null, HttpContext.RequestAborted);
        Problem = result.IsLockedOut ? Words.Text("There were too many tries. Wait 15 minutes, then sign in again.") : wrong;
        return Page();
    }
}
