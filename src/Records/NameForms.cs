using System.Globalization;
using System.Text;

namespace MediaGuard.Records;

/// <summary>The form in which names of people, folders and devices are compared.</summary>
public static class NameForms
{
    /// <summary>Compatibility-composed, without diacritics, lower case, runs of anything but letters and digits made one space, trimmed.</summary>
    public static string Normalise(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var plain = new StringBuilder(text.Length);
        var gap = false;
        foreach (var rune in Storage.StorableText.Of(text).Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
            {
                continue;
            }

            if (Rune.IsLetterOrDigit(rune))
            {
                if (gap && plain.Length > 0)
                {
                    plain.Append(' ');
                }

                gap = false;
                plain.Append(Rune.ToLowerInvariant(rune).ToString());
            }
            else
            {
                gap = true;
            }
        }

        return plain.ToString();
    }
}
