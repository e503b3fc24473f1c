using System.Formats.Asn1;
using System.Numerics;

namespace MediaGuard.Journey.Heads;

/// <summary>Turns a signature of two numbers side by side (IEEE P1363) into the sequence of two integers openssl reads (RFC 3279 §2.2.3).</summary>
internal static class OpenSslSignature
{
    public static byte[] From(ReadOnlySpan<byte> signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(new BigInteger(signature[..(signature.Length / 2)], isUnsigned: true, isBigEndian: true));
            writer.WriteInteger(new BigInteger(signature[(signature.Length / 2)..], isUnsigned: true, isBigEndian: true));
        }

        return writer.Encode();
    }
}
