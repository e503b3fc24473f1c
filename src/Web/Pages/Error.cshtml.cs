using MediaGuard.Media;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

/// <summary>What went wrong, in words, and what to do.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
internal sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Says { get; private set; } = "";

    public void OnGet(int code) => Say(code);

    public void OnPost(int code) => Say(code);

    private void Say(int code)
    {
        if (Response.StatusCode == StatusCodes.Status200OK)
        {
            Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;
        }

        (Title, Says) = code switch
        {
            400 => (Words.Text("Nothing was changed"), Words.Text("This page had been open too long, or you signed in again elsewhere. Go back, load the page again and repeat the last step.")),
            403 => (Words.Text("This page belongs to somebody else's work"), Words.Text("Your account cannot open it. If you need it, ask whoever looks after MediaGuard at your school.")),
            404 => (Words.Text("There is nothing here"), Words.Text("The address may be wrong, or what was here has been deleted or is not yours to see.")),
            429 => (Words.Text("Too many tries"), Words.Text("Signing in was tried too often from this address. Wait a minute, then try again.")),
            409 => (Words.Text("That can no longer be done"), Words.Text("Something changed meanwhile. Go back and load the page again to see how it stands now.")),
            _ => (Words.Text("Something went wrong"), Words.Text("Nothing you did was lost halfway: it was either done or not done. Try again; if it happens again, tell whoever looks after MediaGuard.")),
        };
    }
}
