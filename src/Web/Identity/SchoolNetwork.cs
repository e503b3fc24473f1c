using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Identity;

/// <summary>Whether a request comes from the school's own network.</summary>
internal sealed class SchoolNetwork(IOptions<SignInRules> rules)
{
    private static readonly IPNetwork[] Private = [IPNetwork.Parse("10.0.0.0/8"), IPNetwork.Parse("172.16.0.0/12"), IPNetwork.Parse("192.168.0.0/16"), IPNetwork.Parse("fc00::/7"), IPNetwork.Parse("fe80::/10")];

    private readonly IPNetwork[] _own = rules.Value.SchoolNetworks.Length == 0 ? Private : [.. rules.Value.SchoolNetworks.Select(n => IPNetwork.Parse(n))];

    public bool IsRemote(HttpContext http) => !IsOwn(http.Connection.RemoteIpAddress);

    public bool IsShutTo(HttpContext http) => rules.Value.OnlyFromSchool && IsRemote(http);

    private bool IsOwn(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        var plain = address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address;
        return IPAddress.IsLoopback(plain) || _own.Any(n => n.Contains(plain));
    }
}
