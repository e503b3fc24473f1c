namespace MediaGuard.Web.Api;

/// <summary>What every answer tells the browser.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Its plots and tables carry their own style; it runs nothing, fetches nothing and leads nowhere.
    private const string ReportPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

    /// <summary>No inline script or style, no frame, no sniffing, no address given away, nothing kept unless it is one of the program's own files.</summary>
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Items.ContainsKey(Report) ? ReportPolicy : Policy;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = context.Request.Path.StartsWithSegments("/parent", StringComparison.OrdinalIgnoreCase) ? "no-referrer" : "same-origin";
            headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            if (!context.Items.ContainsKey(OwnFile))
            {
                headers.CacheControl = "no-store";
            }

            if (context.Request.IsHttps)
            {
                headers.StrictTransportSecurity = "max-age=31536000";
            }

            return Task.CompletedTask;
        });
        return next(context);
    });

    /// <summary>Marks an answer as one of the program's own files, which a browser may keep.</summary>
    public static object OwnFile { get; } = new();

    /// <summary>Marks an answer as a report this program wrote: one self-contained page with a style of its own.</summary>
    public static object Report { get; } = new();
}
