using MediaGuard.Media;
using Microsoft.AspNetCore.Antiforgery;

namespace MediaGuard.Web.Api;

/// <summary>Lets a request of a script change something only with the form token of a page, sent as a header.</summary>
internal sealed class FormToken(IAntiforgery antiforgery) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await antiforgery.IsRequestValidAsync(context.HttpContext)
            ? await next(context)
            : Results.Text(Words.Text("Open the page again: it was shown to somebody else or long ago."), statusCode: StatusCodes.Status400BadRequest);
}
