using System.Globalization;
using System.Net.Sockets;

namespace MediaGuard.Ingest.Scanning;

/// <summary>Where a ClamAV daemon listens: <c>host:port</c> or a Unix socket's absolute path.</summary>
internal static class ClamAvAddress
{
    public static bool IsWellFormed(string address) => address.Length == 0 || Path.IsPathRooted(address) || Split(address) is not null;

    public static async Task<Socket> ConnectAsync(string address, CancellationToken cancellationToken)
    {
        var isPath = Path.IsPathRooted(address);
        var socket = isPath ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (isPath)
            {
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(address), cancellationToken);
            }
            else
            {
                var (host, port) = Split(address) ?? throw new SocketException((int)SocketError.HostNotFound);
                await socket.ConnectAsync(host, port, cancellationToken);
            }

            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static (string Host, int Port)? Split(string address)
    {
        var colon = address.LastIndexOf(':');
        return colon > 0 && int.TryParse(address.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65_535
            ? (address[..colon].Trim('[', ']'), port)
            : null;
    }
}
