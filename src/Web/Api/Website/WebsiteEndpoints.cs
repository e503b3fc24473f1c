using System.Globalization;
using System.Text.Json;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Website;
using MediaGuard.Media;
using MediaGuard.Records.Publications;
using Microsoft.AspNetCore.Http.HttpResults;

namespace MediaGuard.Web.Api.Website;

/// <summary>
/// What a school's content system asks: what is cleared for the website now, its bytes, where it put them, what it must take down, and that it did. docs/api.md tells whoever
/// writes one.
/// </summary>
internal static class WebsiteEndpoints
{
    public const string Root = "/api/website";
    public const int MostAtOnce = 500;

    private const int AtOnce = 100;
    private const int LongestBody = 16 << 10;

    public static void MapWebsite(this IEndpointRouteBuilder routes)
    {
        var website = routes.MapGroup(Root).RequireAuthorization(WebsiteTokenScheme.Name).AddEndpointFilter(AnswerAsync);
        website.MapGet("/pictures", ListAsync);
        website.MapGet("/pictures/{id:guid}", PictureAsync);
        website.MapGet("/pictures/{id:guid}/{size}", BytesAsync);
        website.MapPost("/pictures/{id:guid}/addresses", UseAsync);
        website.MapGet("/take-downs", TakeDownsAsync);
        website.MapPost("/take-downs/{id:guid}/removed", RemovedAsync);
        website.Map("/{**rest}", () => WebsiteProblem.NotThere.As(StatusCodes.Status404NotFound));
    }

    /// <summary>Counts the request, and says in JSON what the store would not give.</summary>
    private static async ValueTask<object?> AnswerAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (!http.RequestServices.GetRequiredService<WebsiteTraffic>().MayAsk(WebsiteTokenScheme.VisitOf(http.User).Token))
        {
            http.Response.Headers.RetryAfter = "60";
            return WebsiteProblem.TooMany.As(StatusCodes.Status429TooManyRequests);
        }

        try
        {
            return await next(context);
        }
        catch (MediaException)
        {
            return WebsiteProblem.Unavailable.As(StatusCodes.Status503ServiceUnavailable);
        }
    }

    private static async Task<IResult> ListAsync(HttpContext http, string? after, string? limit, IPublicationBook book, WebsiteCopies copies, CancellationToken cancellationToken)
    {
        var last = Guid.Empty;
        if (after is not null && !Guid.TryParse(after, out last))
        {
            return WebsiteProblem.BadQuestion("after is the id of the last picture of the page before.").As(StatusCodes.Status400BadRequest);
        }

        var most = AtOnce;
        if (limit is not null && (!int.TryParse(limit, NumberStyles.None, CultureInfo.InvariantCulture, out most) || most is < 1 or > MostAtOnce))
        {
            return WebsiteProblem.BadQuestion($"limit is a number from 1 to {MostAtOnce}.").As(StatusCodes.Status400BadRequest);
        }

        var school = WebsiteTokenScheme.VisitOf(http.User).School;
        var cleared = await book.ClearedAsync(school, ChannelId.Website, after is null ? null : new MediaId(last), most + 1, cancellationToken);
        var page = cleared.Take(most).ToList();
        var next = cleared.Count > most ? $"{Root}/pictures?after={page[^1].Media}&limit={most}" : null;
        return Tagged(http, new PicturesAnswer(await copies.SayAsync(school, page, cancellationToken), next));
    }

    private static async Task<IResult> PictureAsync(Guid id, HttpContext http, IPublicationBook book, WebsiteCopies copies, CancellationToken cancellationToken)
    {
        var school = WebsiteTokenScheme.VisitOf(http.User).School;
        return await book.ClearedAsync(school, ChannelId.Website, new MediaId(id), cancellationToken) is { } copy
            ? Tagged(http, (await copies.SayAsync(school, [copy], cancellationToken))[0])
            : WebsiteProblem.NotCleared.As(StatusCodes.Status404NotFound);
    }

    /// <remarks>
    /// Broken off if the copy is ordered back before the answer has ended. Whoever knows the bytes from elsewhere is given them all the same: a copy that nobody notes is in no list of what must come down.
    /// </remarks>
    private static async Task<IResult> BytesAsync(Guid id, string size, HttpContext http, IPublicationBook book, IPictures pictures, CancellationToken cancellationToken)
    {
        var (school, token) = WebsiteTokenScheme.VisitOf(http.User);
        var media = new MediaId(id);
        if (WebsiteCopies.SizeOf(size) is not { } wanted)
        {
            return WebsiteProblem.BadQuestion("The sizes are web and print.").As(StatusCodes.Status404NotFound);
        }

        if (await book.ClearedAsync(school, ChannelId.Website, media, cancellationToken) is not { } cleared)
        {
            return WebsiteProblem.NotCleared.As(StatusCodes.Status404NotFound);
        }

        var etag = WebsiteCopies.EtagOf(cleared, size);
        http.Response.Headers.ETag = etag;
        if (Knows(http, etag) && await book.HasAsync(school, media, ChannelId.Website, cleared.Rendition, token, cancellationToken))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        if (await pictures.HandOutAsync(school, token, media, ChannelId.Website, wanted, cancellationToken) is not { } copy)
        {
            http.Response.Headers.Remove("ETag");
            return WebsiteProblem.NotCleared.As(StatusCodes.Status404NotFound);
        }

        http.BreakOffWith(copy);
        return Results.Stream(copy.Jpeg, "image/jpeg", copy.FileName);
    }

    private static async Task<IResult> UseAsync(Guid id, HttpContext http, IPublicationBook book, CancellationToken cancellationToken)
    {
        if (await ReadAsync(http, cancellationToken) is not { } asked)
        {
            return WebsiteProblem.BadBody.As(StatusCodes.Status400BadRequest);
        }

        if (WebAddress.Tidy(asked.Address, out var wrong) is not { } address)
        {
            return WebsiteProblem.BadAddress(wrong).As(StatusCodes.Status400BadRequest);
        }

        var (school, token) = WebsiteTokenScheme.VisitOf(http.User);
        return await book.UseAsync(school, new MediaId(id), ChannelId.Website, address, token, cancellationToken) switch
        {
            UsedAtOutcome.Noted or UsedAtOutcome.Known => Json(new AddressAnswer(MustComeDown: false)),
            UsedAtOutcome.MustComeDown => Json(new AddressAnswer(MustComeDown: true)),
            UsedAtOutcome.NoCopy => WebsiteProblem.NoCopy.As(StatusCodes.Status404NotFound),
            UsedAtOutcome.TooMany => WebsiteProblem.TooManyAddresses.As(StatusCodes.Status409Conflict),
        };
    }

    private static async Task<IResult> TakeDownsAsync(HttpContext http, IPublicationBook book, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (school, token) = WebsiteTokenScheme.VisitOf(http.User);
        var now = Instant.Now(clock);
        var downs = await book.TakeDownsAsync(school, ChannelId.Website, token, cancellationToken);
        return Tagged(http, new TakeDownsAnswer(
        [
            .. downs.Select(d => new TakeDownAnswer(
                d.Release.ToString(), d.Media.ToString(), d.FileName, d.Since.ToDateTimeOffset(), d.By.ToDateTimeOffset(), d.IsOverdue(now), [.. d.UsedAt.Select(u => u.Address)])),
        ]));
    }

    private static async Task<IResult> RemovedAsync(Guid id, HttpContext http, ITakeDowns takeDowns, CancellationToken cancellationToken)
    {
        var (school, token) = WebsiteTokenScheme.VisitOf(http.User);
        return await takeDowns.ConfirmAsync(school, new ReleaseId(id), ChannelId.Website, token, token, cancellationToken)
            ? Results.NoContent()
            : WebsiteProblem.NotDown.As(StatusCodes.Status404NotFound);
    }

    private static async Task<AddressQuestion?> ReadAsync(HttpContext http, CancellationToken cancellationToken)
    {
        if (!http.Request.HasJsonContentType() || http.Request.ContentLength is null or > LongestBody)
        {
            return null;
        }

        try
        {
            return await http.Request.ReadFromJsonAsync<AddressQuestion>(WebsiteJson.Options, cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonHttpResult<T> Json<T>(T answer) => TypedResults.Json(answer, WebsiteJson.Options);

    /// <summary>A content system that asks every few minutes is told in one line that nothing changed.</summary>
    private static IResult Tagged<T>(HttpContext http, T answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, WebsiteJson.Options);
        var etag = WebsiteCopies.EtagOf(bytes);
        http.Response.Headers.ETag = etag;
        return Knows(http, etag) ? Results.StatusCode(StatusCodes.Status304NotModified) : Results.Bytes(bytes, "application/json; charset=utf-8");
    }

    private static bool Knows(HttpContext http, string etag) => http.Request.Headers.IfNoneMatch.Any(known => known is not null && known.Contains(etag, StringComparison.Ordinal));
}
