using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace MediaGuard.Records.Publications;

/// <summary>What a content system shows: a mark by which a leaked one is recognised, and 256 random bits.</summary>
internal static class WebsiteToken
{
    private const string Mark = "mgw_";
    private const int Bytes = 32;
    private static readonly int Length = Mark.Length + Base64Url.GetEncodedLength(Bytes);

    public static string Make() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>The hash of a token; null for what can't be one.</summary>
    public static byte[]? HashOf(string token) =>
        token.Length == Length && token.StartsWith(Mark, StringComparison.Ordinal) ? SHA256.HashData(Encoding.UTF8.GetBytes(token)) : null;
}
