using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Access;
using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Pages;

/// <summary>Signing in for one session. One answer for everything that is wrong, so nobody learns who has an account.</summary>
internal sealed class SignInModel(SchoolSignInManager signIn, UserManager<SchoolUser> users, IAccessBook access, SchoolNetwork network, IOptions<SignInRules> rules) : PageModel
{
    private static string Wrong => Words.Text("The e-mail address and the password do not go together, or there were too many tries. Check both; after five tries wait 15 minutes, or ask your school's office.");

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    /// <summary>What the button of the school's own accounts says; null where there are none.</summary>
    public string? SchoolAccount => rules.Value.Accounts.IsOn ? rules.Value.Accounts.Name : null;

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = string.IsNullOrWhiteSpace(Email) ? null : await users.FindByEmailAsync(Email.Trim());
        if (user is null)
        {
            // as much work as for an account that exists
            users.PasswordHasher.HashPassword(new SchoolUser(), Password ?? "");
            Problem = Wrong;
            return Page();
        }

        var wasLocked = await users.IsLockedOutAsync(user);
        var result = await signIn.PasswordSignInAsync(user, Password ?? "", isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return this.ToWork(ReturnUrl);
        }

        if (result.RequiresTwoFactor)
        {
            return RedirectToPage("/SignInCode", new { ReturnUrl });
        }

        Problem = Why(user, result);
        if (!wasLocked)
        {
            await access.NoteAsync(user.SchoolId, new UserId(user.Id), Act(user, result), null, HttpContext.RequestAborted);
        }

        return Page();
    }

    /// <summary>What a browser asks an authenticator with.</summary>
    public async Task<IActionResult> OnPostPasskeyOptionsAsync() => Content(await signIn.MakePasskeyRequestOptionsAsync(null), "application/json");

    /// <remarks>An account that rests after wrong passwords opens: whoever guessed them has no passkey.</remarks>
    public async Task<IActionResult> OnPostPasskeyAsync(string? credential)
    {
        var answer = string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
        if (answer is { Succeeded: true, User: { } user } && await signIn.CanSignInAsync(user) && !user.IsDisabled)
        {
            await users.AddOrUpdatePasskeyAsync(user, answer.Passkey);
            await signIn.SignInAsync(user, isPersistent: false, SchoolSignInManager.Passkey);
            return this.ToWork(ReturnUrl);
        }

        Problem = network.IsShutTo(HttpContext)
            ? Words.Text("Staff sign in from the school's own network only.")
            : Words.Text("This passkey does not open an account here. Try again, or sign in with your password.");
        return Page();
    }

    /// <summary>Only after the right password is it said what else stands in the way.</summary>
    private string Why(SchoolUser user, Microsoft.AspNetCore.Identity.SignInResult result) =>
        !result.IsNotAllowed ? Wrong
            : signIn.HasEnded(user) ? Words.Text("This guest account's time is over. Ask the school's office if you still need it.")
            : network.IsShutTo(HttpContext) ? Words.Text("Staff sign in from the school's own network only.")
            : Words.Text("This account signs in with its passkey. If the device that holds it is gone, ask whoever looks after MediaGuard at your school.");

    private SignInAct Act(SchoolUser user, Microsoft.AspNetCore.Identity.SignInResult result) =>
        result.IsLockedOut ? SignInAct.LockedOut
        : !result.IsNotAllowed ? SignInAct.Refused
        : signIn.HasEnded(user) ? SignInAct.AccountEnded
        : network.IsShutTo(HttpContext) ? SignInAct.NotAllowedFromHere : SignInAct.Refused;
}
