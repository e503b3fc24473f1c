using System.Net;
using System.Net.Sockets;

namespace MediaGuard.Tests.Support;

/// <summary>A TCP port of the loopback address nobody listened on a moment ago.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
