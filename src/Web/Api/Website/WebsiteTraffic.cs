using System.Threading.RateLimiting;
using MediaGuard.Media;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Api.Website;

/// <summary>How often one content system may ask, and one address without an open token. Counted apart, so nobody uses up anybody else's.</summary>
internal sealed class WebsiteTraffic(IOptions<WebsiteApiOptions> options) : IDisposable
{
    private readonly PartitionedRateLimiter<string> asked = Limiter(options.Value.RequestsPerMinute);
    private readonly PartitionedRateLimiter<string> wrong = Limiter(options.Value.WrongTokensPerMinute);

    public bool MayAsk(UserId token) => Take(asked, token.ToString());

    /// <summary>Notes a request without an open token. False: this address had too many.</summary>
    public bool MayBeWrong(HttpContext http) => Take(wrong, http.Connection.RemoteIpAddress?.ToString() ?? "");

    public void Dispose()
    {
        asked.Dispose();
        wrong.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits) => PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) }));
}
