using System.Globalization;

namespace MediaGuard.Consent.Import;

/// <summary>Reads a year group: 1 to 13 as they are, Reception 0, Nursery below.</summary>
internal static class YearReader
{
    public static int? Read(string text)
    {
        var plain = Fold.Plain(text);
        if (plain == "yr")
        {
            return 0;
        }

        foreach (var word in new[] { "curriculumyear", "yeargroup", "ncyear", "year", "yr", "y" })
        {
            if (plain.StartsWith(word, StringComparison.Ordinal))
            {
                plain = plain[word.Length..];
                break;
            }
        }

        return plain switch
        {
            "r" or "reception" or "rec" => 0,
            "n" or "n2" or "nursery" or "nursery2" => -1,
            "n1" or "nursery1" => -2,
            _ => int.TryParse(plain, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year <= 14 ? year : null,
        };
    }
}
