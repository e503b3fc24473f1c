using Zxcvbn.Matcher;

namespace MediaGuard.Web.Identity;

/// <summary>Finds words in a password with zxcvbn's lists: English, names, and passwords seen elsewhere.</summary>
internal static class WholeWords
{
    private const int ShortestWord = 4;

    /// <remarks>Letters only: the lists also hold runs of digits, which are no words.</remarks>
    public static bool In(string password) =>
        new Zxcvbn.Zxcvbn().EvaluatePassword(password).MatchSequence.OfType<DictionaryMatch>().Any(m => m.Token.Length >= ShortestWord && m.Token.All(char.IsLetter));
}
