using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Mvc;

namespace MediaGuard.Web.Pages.Parent;

/// <summary>What a guardian said for their child, and saying otherwise: a no holds at once, a yes once the office has confirmed it.</summary>
internal sealed class IndexModel(IParentBook book, ParentTraffic traffic) : ParentPage(book, traffic)
{
    /// <summary>What was just said: no or yes.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Said { get; set; }

    public void OnGet() => ViewData["Title"] = Words.Text("Photos of your child");

    /// <param name="purpose">A purpose, or all.</param>
    /// <remarks>The answer leads to the same page by its query alone: the framework logs where it leads.</remarks>
    public async Task<IActionResult> OnPostNoAsync(string? purpose, CancellationToken cancellationToken)
    {
        var one = View.Purposes.FirstOrDefault(p => p.Purpose.Value == purpose);
        if (one is null && purpose != "all")
        {
            return BadRequest();
        }

        await Book.RefuseAsync(Visit, one?.Purpose, cancellationToken);
        return Redirect("?said=no");
    }

    public async Task<IActionResult> OnPostYesAsync(string? purpose, CancellationToken cancellationToken)
    {
        if (View.Purposes.FirstOrDefault(p => p.Purpose.Value == purpose) is not { } one)
        {
            return BadRequest();
        }

        await Book.AskAsync(Visit, one.Purpose, cancellationToken);
        return Redirect("?said=yes");
    }
}
