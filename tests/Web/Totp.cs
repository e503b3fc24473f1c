using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace MediaGuard.Web.Tests;

/// <summary>What an app shows (TOTP, RFC 6238; SHA-1, thirty seconds, six digits), from a key in base 32 (RFC 4648).</summary>
internal static class Totp
{
    public static string Now(string key) => At(key, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() / 30);

#pragma warning disable CA5350 // the standard's own algorithm
    private static string At(string key, long step)
    {
        var counter = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        var mac = HMACSHA1.HashData(Bytes(key), counter);
        var cut = BinaryPrimitives.ReadInt32BigEndian(mac.AsSpan(mac[^1] & 15)) & int.MaxValue;
        return (cut % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }
#pragma warning restore CA5350

    private static byte[] Bytes(string key)
    {
        var bytes = new List<byte>();
        var (bits, held) = (0, 0);
        foreach (var letter in key)
        {
            bits = (bits << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal);
            held += 5;
            if (held >= 8)
            {
                held -= 8;
                bytes.Add((byte)(bits >> held));
                bits &= (1 << held) - 1;
            }
        }

        return [.. bytes];
    }
}
