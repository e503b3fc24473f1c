using System.Net;

namespace MediaGuard.Web.Identity;

/// <summary>Whether the browser calls this machine by its own loopback address.</summary>
internal static class Loopback
{
    public static bool IsHostOf(HttpRequest request)
    {
        var host = request.Host.Host;
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
    }
}
