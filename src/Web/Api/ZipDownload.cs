using Microsoft.AspNetCore.Http.Features;

namespace MediaGuard.Web.Api;

/// <summary>Begins the answer to a request for an archive that is made while it is sent.</summary>
internal static class ZipDownload
{
    /// <param name="name">The zip's file name; holds nobody's name.</param>
    public static Stream Begin(HttpContext http, string name)
    {
        // a zip entry's end is written synchronously by the library; a few bytes each
        if (http.Features.Get<IHttpBodyControlFeature>() is { } body)
        {
            body.AllowSynchronousIO = true;
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        return http.Response.Body;
    }
}
