using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Web.Identity;

namespace MediaGuard.Web.Api;

/// <summary>Pictures for eyes. What may not be seen and what does not exist are answered alike.</summary>
internal static class PictureEndpoints
{
    public static void MapPictures(this IEndpointRouteBuilder routes) => routes.MapGet("/pictures/{id:guid}/{size}", LookAsync);

    private static async Task<IResult> LookAsync(Guid id, string size, string? channel, HttpContext http, PhotoAccess access, IPictures pictures, CancellationToken cancellationToken)
    {
        var longSide = size switch { "thumb" => 320, "view" => 1600, _ => 0 };
        var media = new MediaId(id);
        if (longSide == 0
            || CurrentPerson.From(http.User) is not { } me
            || await access.LookAsync(me, media, channel is null ? null : new ChannelId(channel), cancellationToken) is not { } look
            || await pictures.LookAsync(me.School, me.User, media, look.Rendition, longSide, cancellationToken) is not { } jpeg)
        {
            return Results.NotFound();
        }

        return Results.Bytes(jpeg, "image/jpeg");
    }
}
