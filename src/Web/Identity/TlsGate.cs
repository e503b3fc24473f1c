using System.Net;
using MediaGuard.Web.Parents;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Away from this machine nothing travels without TLS: a page asked for in the clear is sent to https, anything else is refused.</summary>
internal static class TlsGate
{
    public static IApplicationBuilder UseTlsGate(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var isHere = http.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && Loopback.IsHostOf(http.Request);
        if (http.Request.IsHttps || isHere)
        {
            return next(http);
        }

        // a program would follow and show its token in the clear for ever
        if ((!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method)) || http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }

        var port = http.RequestServices.GetRequiredService<IOptions<SignInRules>>().Value.TlsPort;
        var host = port == 443 ? new HostString(http.Request.Host.Host) : new HostString(http.Request.Host.Host, port);
        http.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        http.Response.Headers.Location = $"https://{host.ToUriComponent()}{LinkHiding.AskedFor(http).ToUriComponent()}{http.Request.QueryString.ToUriComponent()}";
        return Task.CompletedTask;
    });
}
