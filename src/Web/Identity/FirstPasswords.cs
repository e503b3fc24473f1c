using System.Security.Cryptography;

namespace MediaGuard.Web.Identity;

/// <summary>Makes passwords that meet the rules: four groups of four, with every kind of character, and no vowel that could make a word.</summary>
internal static class FirstPasswords
{
    private const string Small = "bcdfghjkmnpqrstvwxz";
    private const string Capital = "BCDFGHJKLMNPQRSTVWXZ";
    private const string Digits = "23456789";

    /// <summary>About 70 bits.</summary>
    public static string Make() => string.Join('-', Enumerable.Range(0, 4).Select(_ => $"{One(Capital)}{One(Small)}{One(Digits)}{One(Small)}"));

    private static char One(string kind) => kind[RandomNumberGenerator.GetInt32(kind.Length)];
}
