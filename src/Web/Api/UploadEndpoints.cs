using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaGuard.Journey.Uploads;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Pages;
using Microsoft.AspNetCore.Http.Features;

namespace MediaGuard.Web.Api;

/// <summary>
/// Photos from a browser, in pieces that go on after a cut: the tus protocol 1.0.0 with creation and termination (tus.io), for teachers and guests into their own classes. No name stands in an address.
/// </summary>
internal static partial class UploadEndpoints
{
    private const string Version = "1.0.0";
    private const string Pieces = "application/offset+octet-stream";

    public static void MapUploads(this IEndpointRouteBuilder routes)
    {
        Guard(routes.MapPost("/uploads", BeginAsync));
        Guard(routes.MapPost("/uploads/known", KnownAsync));
        Guard(routes.MapMethods("/uploads/{id:guid}", [HttpMethods.Head], OffsetAsync));
        Guard(routes.MapPatch("/uploads/{id:guid}", AppendAsync));
        Guard(routes.MapDelete("/uploads/{id:guid}", DropAsync));
        routes.MapPost("/uploads/form", UploadForm.TakeAsync).RequireAuthorization(SchoolRole.Teacher + SchoolRole.Guest);
    }

    private static void Guard(RouteHandlerBuilder route) => route.RequireAuthorization(SchoolRole.Teacher + SchoolRole.Guest).AddEndpointFilter<FormToken>();

    private static async Task<IResult> BeginAsync(HttpContext http, IUploadDesk desk, CancellationToken cancellationToken)
    {
        var me = CurrentPerson.From(http.User)!;
        var said = UploadMetadata.Read(http.Request.Headers["Upload-Metadata"]);
        if (!long.TryParse(http.Request.Headers["Upload-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out var length) || !Guid.TryParse(said.GetValueOrDefault("class"), out var group))
        {
            return Sentence(Words.Text("The request does not say which class or how long the file is."), StatusCodes.Status400BadRequest);
        }

        var digest = said.GetValueOrDefault("sha256") ?? "";
        var file = new NewUpload(said.GetValueOrDefault("filename") ?? "", length, Digest().IsMatch(digest) ? digest : "");
        return await desk.BeginAsync(me.School, me.User, new GroupId(group), file, cancellationToken) switch
        {
            null => NotHere(),
            { Refusal: UploadRefusal.None } begun => Begun(http, begun),
            { Refusal: var refusal } => Refused(refusal, desk.Limits.File),
        };
    }

    /// <remarks>Read here and not bound, so that who may ask is found out first.</remarks>
    private static async Task<IResult> KnownAsync(HttpContext http, IUploadDesk desk, CancellationToken cancellationToken)
    {
        var me = CurrentPerson.From(http.User)!;
        if (!http.Request.HasJsonContentType() || await QuestionAsync(http.Request, cancellationToken) is not { } question || !Guid.TryParse(question.Class, out var group))
        {
            return Sentence(Words.Text("The request does not say which class and file."), StatusCodes.Status415UnsupportedMediaType);
        }

        return Digest().IsMatch(question.Sha256 ?? "")
            && await desk.FindAsync(me.School, me.User, new GroupId(group), question.Sha256!, cancellationToken) is { } known
                ? Results.Json(new { address = Address(known.Id), done = known.IsDone })
                : Results.Json(new { address = (string?)null, done = false });
    }

    private static async Task<KnownQuestion?> QuestionAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFromJsonAsync<KnownQuestion>(cancellationToken);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static async Task<IResult> OffsetAsync(Guid id, HttpContext http, IUploadDesk desk, CancellationToken cancellationToken)
    {
        var me = CurrentPerson.From(http.User)!;
        var standing = await desk.FindAsync(me.School, me.User, new UploadId(id), cancellationToken);
        if (standing is null)
        {
            return NotHere();
        }

        if (standing.Refusal != UploadRefusal.None)
        {
            return Refused(standing.Refusal, desk.Limits.File);
        }

        Say(http, standing);
        http.Response.Headers["Upload-Length"] = standing.Length.ToString(CultureInfo.InvariantCulture);
        return Results.Ok();
    }

    private static async Task<IResult> AppendAsync(Guid id, HttpContext http, IUploadDesk desk, CancellationToken cancellationToken)
    {
        var me = CurrentPerson.From(http.User)!;
        if (http.Request.ContentType != Pieces || !long.TryParse(http.Request.Headers["Upload-Offset"], NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return Sentence(Words.Text("The request does not say where the piece begins."), StatusCodes.Status415UnsupportedMediaType);
        }

        if (http.Request.ContentLength > desk.Limits.Piece)
        {
            return Sentence(Words.Text($"A piece may have at most {desk.Limits.Piece} bytes."), StatusCodes.Status413PayloadTooLarge);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = desk.Limits.Piece;
        }

        var standing = await desk.AppendAsync(me.School, me.User, new UploadId(id), offset, http.Request.Body, cancellationToken);
        if (standing is null)
        {
            return NotHere();
        }

        Say(http, standing);
        return standing.Refusal == UploadRefusal.None ? Results.NoContent() : Refused(standing.Refusal, desk.Limits.File);
    }

    private static IResult DropAsync(Guid id, HttpContext http, IUploadDesk desk)
    {
        var me = CurrentPerson.From(http.User)!;
        http.Response.Headers["Tus-Resumable"] = Version;
        return desk.Drop(me.School, me.User, new UploadId(id)) ? Results.NoContent() : NotHere();
    }

    private static IResult Begun(HttpContext http, UploadStanding standing)
    {
        Say(http, standing);
        return Results.Created(Address(standing.Id), null);
    }

    private static void Say(HttpContext http, UploadStanding standing)
    {
        http.Response.Headers["Tus-Resumable"] = Version;
        http.Response.Headers["Upload-Offset"] = standing.Offset.ToString(CultureInfo.InvariantCulture);
    }

    private static IResult Refused(UploadRefusal refusal, long largest) => Sentence(UploadWords.Say(refusal, largest), refusal switch
    {
        UploadRefusal.NotAPicture or UploadRefusal.Clip => StatusCodes.Status415UnsupportedMediaType,
        UploadRefusal.TooLarge => StatusCodes.Status413PayloadTooLarge,
        UploadRefusal.NoRoom => StatusCodes.Status507InsufficientStorage,
        UploadRefusal.TooMany => StatusCodes.Status429TooManyRequests,
        UploadRefusal.OtherOffset => StatusCodes.Status409Conflict,
        UploadRefusal.Busy => StatusCodes.Status423Locked,
        UploadRefusal.Damaged => ChecksumMismatch,
        UploadRefusal.ShareAway => StatusCodes.Status503ServiceUnavailable,
        UploadRefusal.None or UploadRefusal.Empty => StatusCodes.Status422UnprocessableEntity,
    });

    /// <summary>As the protocol's checksum extension has it.</summary>
    private const int ChecksumMismatch = 460;

    private static IResult NotHere() => Sentence(Words.Text("There is no such upload of yours, or it is too old to go on with."), StatusCodes.Status404NotFound);

    private static IResult Sentence(string text, int status) => Results.Text(text, statusCode: status);

    private static string Address(UploadId id) => $"/uploads/{id}";

    [GeneratedRegex("^[0-9a-f]{64}\\z")]
    private static partial Regex Digest();

    internal sealed record KnownQuestion(string? Class, string? Sha256);
}
