using MediaGuard.Media;
using MediaGuard.Records.Parents;
using MediaGuard.Web.Parents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace MediaGuard.Web.Pages.Parent;

/// <summary>A page a guardian reaches by their link, signed in or not. The link is the right to it, so it asks for no form token: a cookie that is missing must not keep a no from being said.</summary>
[IgnoreAntiforgeryToken]
internal abstract class ParentPage(IParentBook book, ParentTraffic traffic) : PageModel
{
    /// <summary>What the link ends with; it is not in the request's path any more.</summary>
    public string Token => HttpContext.Features.Get<LinkToken>()?.Value ?? "";

    /// <summary>Where the link leads; anything but open shows a sentence and nothing else.</summary>
    public LinkStanding Standing { get; private set; } = LinkStanding.Wrong;

    /// <summary>Too many requests; nothing was looked up or written.</summary>
    public bool IsTooMany { get; private set; }

    public ParentView View { get; private set; } = null!;

    protected IParentBook Book => book;

    protected ParentVisit Visit { get; private set; } = null!;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var (standing, visit) = await book.OpenAsync(Token, HttpContext.RequestAborted);
        Standing = standing;
        if (visit is null)
        {
            IsTooMany = !traffic.MayGuess(HttpContext.Connection.RemoteIpAddress);
            context.Result = Nowhere(IsTooMany ? StatusCodes.Status429TooManyRequests : standing == LinkStanding.Wrong ? StatusCodes.Status404NotFound : StatusCodes.Status410Gone);
            return;
        }

        if (context.HandlerMethod?.Name != "No" && !traffic.MayVisit(visit.Link))
        {
            IsTooMany = true;
            context.Result = Nowhere(StatusCodes.Status429TooManyRequests);
            return;
        }

        Visit = visit;
        View = await book.ViewAsync(visit, HttpContext.RequestAborted);
        await next();
    }

    private PageResult Nowhere(int status)
    {
        Response.StatusCode = status;
        ViewData["Title"] = Words.Text("This link does not open");
        return Page();
    }
}
