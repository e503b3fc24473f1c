using MediaGuard.Records;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

/// <summary>Signing in for one session. One answer for everything that is wrong, so nobody learns who has an account.</summary>
internal sealed class SignInModel(SignInManager<SchoolUser> signIn, UserManager<SchoolUser> users) : PageModel
{
    private const string Wrong = "The e-mail address and the password do not go together, or there were too many tries. Check both; after five tries wait 15 minutes, or ask your school's office.";

    [BindProperty]
    public string? Email { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Problem { get; private set; }

    public IActionResult OnGet() => User.Identity?.IsAuthenticated == true ? Redirect("/") : Page();

    public async Task<IActionResult> OnPostAsync()
    {
        var user = string.IsNullOrWhiteSpace(Email) ? null : await users.FindByEmailAsync(Email.Trim());
        if (user is null)
        {
            // as much work as for an account that exists
            users.PasswordHasher.HashPassword(new SchoolUser(), Password ?? "");
        }
        else if ((await signIn.PasswordSignInAsync(user, Password ?? "", isPersistent: false, lockoutOnFailure: true)).Succeeded)
        {
            return Url.IsLocalUrl(ReturnUrl) ? LocalRedirect(ReturnUrl) : Redirect("/");
        }

        Problem = Wrong;
        return Page();
    }
}
