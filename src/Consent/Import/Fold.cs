using System.Globalization;
using System.Text;

namespace MediaGuard.Consent.Import;

/// <summary>Forms in which headings, words, names and classes of a file are compared.</summary>
internal static class Fold
{
    /// <summary>Lower-case letters and digits only, without diacritics.</summary>
    public static string Plain(string text) => Keep(text, Rune.IsLetterOrDigit);

    /// <summary>Lower-case letters only.</summary>
    public static string Letters(string text) => Keep(text, Rune.IsLetter);

    private static string Keep(string text, Func<Rune, bool> keeps)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (keeps(rune) && Rune.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
        }

        return plain.ToString();
    }
}
