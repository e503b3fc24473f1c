using Microsoft.AspNetCore.Http.Features;

namespace MediaGuard.Web.Parents;

/// <summary>
/// Takes a parent's link out of a request's path before anything of the framework has seen it, so that no log line, trace or metric can hold it, whatever the settings ask for.
/// The pages find it as a <see cref="LinkToken"/>.
/// </summary>
internal sealed class LinkHiding(IServiceProvider services) : IHttpContextFactory
{
    private const string Below = "/parent/";
    private const string Instead = "link";

    private readonly DefaultHttpContextFactory factory = new(services);

    /// <summary>The path as it was asked for, for whoever sends the browser to the same page elsewhere. Not to be logged.</summary>
    public static PathString AskedFor(HttpContext http) => http.Features.Get<LinkToken>()?.Asked ?? http.Request.Path;

    public HttpContext Create(IFeatureCollection featureCollection)
    {
        Hide(featureCollection);
        return factory.Create(featureCollection);
    }

    public void Dispose(HttpContext httpContext) => factory.Dispose(httpContext);

    private static void Hide(IFeatureCollection features)
    {
        var request = features.GetRequiredFeature<IHttpRequestFeature>();
        if (!request.Path.StartsWith(Below, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var rest = request.Path[Below.Length..];
        var end = rest.IndexOf('/', StringComparison.Ordinal);
        features.Set(new LinkToken(end < 0 ? rest : rest[..end], new PathString(request.Path)));
        request.Path = Below + Instead + (end < 0 ? "" : rest[end..]);
        request.RawTarget = request.Path;
    }
}
