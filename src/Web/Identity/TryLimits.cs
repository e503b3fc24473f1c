using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>How often one address may try to sign in.</summary>
internal static class TryLimits
{
    public static IServiceCollection AddTryLimits(this IServiceCollection services) => services.AddRateLimiter(options =>
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(http => IsTry(http.Request)
            ? RateLimitPartition.GetFixedWindowLimiter(
                http.Connection.RemoteIpAddress?.ToString() ?? "",
                _ => new FixedWindowRateLimiterOptions { PermitLimit = http.RequestServices.GetRequiredService<IOptions<SignInRules>>().Value.TriesPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(""));
    });

    private static bool IsTry(HttpRequest request) => HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments("/sign-in", StringComparison.OrdinalIgnoreCase);
}
