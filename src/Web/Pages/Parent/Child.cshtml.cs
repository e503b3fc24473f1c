using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Web.Parents;

namespace MediaGuard.Web.Pages.Parent;

/// <summary>The same in a child's words, to be read together.</summary>
internal sealed class ChildModel(IParentBook book, ParentTraffic traffic) : ParentPage(book, traffic)
{
    public void OnGet() => ViewData["Title"] = Words.Text("Photos of you");
}
