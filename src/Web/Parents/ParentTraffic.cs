using System.Net;
using System.Threading.RateLimiting;

namespace MediaGuard.Web.Parents;

/// <summary>
/// How often a stranger may guess at links, and one link may be looked at or ask. Counted apart for each address and each link, so nobody uses up anybody else's; a no is never counted.
/// </summary>
internal sealed class ParentTraffic : IDisposable
{
    private readonly PartitionedRateLimiter<string> guesses = Limiter(20, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> visits = Limiter(60, TimeSpan.FromMinutes(1));

    /// <summary>Notes a link that leads nowhere. False: this address has tried too many.</summary>
    public bool MayGuess(IPAddress? address) => Take(guesses, address?.ToString() ?? "");

    /// <summary>Notes a look at an open link's page, or a yes. False: too many within a minute.</summary>
    public bool MayVisit(Guid link) => Take(visits, link.ToString("N"));

    public void Dispose()
    {
        guesses.Dispose();
        visits.Dispose();
    }

    private static bool Take(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) => PartitionedRateLimiter.Create<string, string>(
        who => RateLimitPartition.GetFixedWindowLimiter(who, _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = window }));
}
