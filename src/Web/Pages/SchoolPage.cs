using MediaGuard.Web.Identity;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages;

/// <summary>A page for somebody who is signed in.</summary>
internal abstract class SchoolPage : PageModel
{
    internal const string NoteKey = "note";

    /// <summary>Who is signed in. The page's policy has made sure somebody is.</summary>
    protected CurrentPerson Me => CurrentPerson.From(User) ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>One sentence about what was just done; holds no name.</summary>
    public string? Note { get; private set; }

    protected bool IsPartial => Request.Headers.ContainsKey("HX-Request");

    protected void Leave(string note) => TempData[NoteKey] = note;

    protected void TakeNote() => Note = TempData[NoteKey] as string;
}
