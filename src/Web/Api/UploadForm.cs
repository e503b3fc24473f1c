using MediaGuard.Journey.Uploads;
using MediaGuard.Media;
using MediaGuard.Web.Identity;
using MediaGuard.Web.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace MediaGuard.Web.Api;

/// <summary>Photos from a browser without scripts: one plain form. Read as it comes, so nothing is written to the system's folder for temporary files.</summary>
internal static class UploadForm
{
    private const string TokenField = "__RequestVerificationToken";
    private const string TokenHeader = "RequestVerificationToken";

    public static async Task<IResult> TakeAsync(HttpContext http, IUploadDesk desk, IAntiforgery antiforgery, ITempDataDictionaryFactory notes)
    {
        var cancellationToken = http.RequestAborted;
        var me = CurrentPerson.From(http.User)!;
        if (!Guid.TryParse(http.Request.Query["class"], out var id) || Boundary(http.Request) is not { } boundary)
        {
            return Results.Text(Words.Text("Open the page again and choose your photos there."), statusCode: StatusCodes.Status400BadRequest);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null; // each file is measured as it comes
        }

        var reader = new MultipartReader(boundary, http.Request.Body);
        var isOurs = false;
        var came = 0;
        var refused = new List<UploadRefusal>();
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out var about))
            {
                continue;
            }

            if (HeaderUtilities.RemoveQuotes(about.Name) == TokenField)
            {
                // it is the form's first field, and read before any file is
                http.Request.Headers[TokenHeader] = await section.ReadAsStringAsync(cancellationToken);
                isOurs = await antiforgery.IsRequestValidAsync(http);
            }
            else if (about.IsFileDisposition())
            {
                if (!isOurs)
                {
                    break;
                }

                var name = HeaderUtilities.RemoveQuotes(about.FileNameStar.HasValue ? about.FileNameStar : about.FileName).ToString();
                if (name.Length == 0)
                {
                    continue; // nothing was chosen
                }

                if (await desk.TakeAsync(me.School, me.User, new GroupId(id), name, section.Body, cancellationToken) is not { } refusal)
                {
                    return Results.NotFound();
                }

                came += refusal is UploadRefusal.None or UploadRefusal.ShareAway ? 1 : 0;
                refused.Add(refusal);
            }
        }

        if (!isOurs)
        {
            return Results.Text(Words.Text("Open the page again: it was shown to somebody else or long ago."), statusCode: StatusCodes.Status400BadRequest);
        }

        refused.RemoveAll(r => r == UploadRefusal.None);
        var note = notes.GetTempData(http);
        note[SchoolPage.NoteKey] = came == 0 ? null : Words.Count(came, "{0} photo has come.", "{0} photos have come.");
        note[Pages.Upload.IndexModel.ProblemKey] = came + refused.Count == 0 ? Words.Text("No photo was chosen.") : UploadWords.Say(refused, desk.Limits.File) is { Length: > 0 } problem ? problem : null;
        note.Save();
        return Results.Redirect($"/upload?class={id:N}");
    }

    private static string? Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(type.Boundary).Value
            : null;
}
