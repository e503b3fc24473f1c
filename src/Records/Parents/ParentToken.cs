using System.Security.Cryptography;
using System.Text;

namespace MediaGuard.Records.Parents;

/// <summary>What a link ends with: 160 random bits in letters and figures nobody confuses, in groups that can be typed from paper.</summary>
internal static class ParentToken
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Letters = 32;
    private const int Group = 4;

    public static string Make() => string.Join('-', Enumerable.Range(0, Letters / Group).Select(_ => RandomNumberGenerator.GetString(Alphabet, Group)));

    /// <summary>The hash of a token however it was typed; null when it can't be one.</summary>
    public static byte[]? HashOf(string token)
    {
        var plain = new StringBuilder(Letters);
        foreach (var letter in token.Where(c => c is not '-' and not ' ').Take(Letters + 1))
        {
            plain.Append(char.ToLowerInvariant(letter) switch { 'o' => '0', 'i' or 'l' => '1', var c => c });
        }

        return plain.Length == Letters && plain.ToString().All(Alphabet.Contains) ? SHA256.HashData(Encoding.ASCII.GetBytes(plain.ToString())) : null;
    }
}
