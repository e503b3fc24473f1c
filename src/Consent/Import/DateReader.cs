using System.Globalization;
using System.Text.RegularExpressions;

namespace MediaGuard.Consent.Import;

/// <summary>Reads days as British programs write them: 25/12/2026, 2026-12-25, 25-Dec-26.</summary>
internal static partial class DateReader
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    private static readonly string[] Forms =
    [
        "d/M/yyyy", "d/M/yy", "d.M.yyyy", "d.M.yy", "d-M-yyyy", "yyyy-M-d", "yyyy/M/d", "yyyyMMdd",
        "d-MMM-yy", "d-MMM-yyyy", "d MMM yy", "d MMM yyyy", "d MMMM yyyy", "dddd d MMMM yyyy", "ddd d MMM yyyy", "ddd, d MMM yyyy", "MMM d, yyyy", "MMMM d, yyyy",
    ];

    /// <summary>The day, or null when it is not understood. A time of day is passed over.</summary>
    public static DateOnly? Read(string text)
    {
        var day = September().Replace(TimeOfDay().Replace(text.Trim(), "").TrimEnd('T', ' ', ','), "Sep");
        return DateOnly.TryParseExact(day, Forms, English, DateTimeStyles.AllowWhiteSpaces, out var read) && read.Year is >= 1990 and <= 2100 ? read : null;
    }

    /// <summary>Whether it can only have the month first: 12/25/2026.</summary>
    public static bool IsAmerican(string text) =>
        Slashed().Match(text) is { Success: true } found
        && int.Parse(found.Groups[1].ValueSpan, CultureInfo.InvariantCulture) <= 12
        && int.Parse(found.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is > 12 and <= 31;

    /// <summary>The first day named anywhere in a text such as “Report run on 12/11/2026 09:14”.</summary>
    public static DateOnly? FindIn(string text) => Anywhere().Matches(text).Select(m => Read(m.Value)).FirstOrDefault(d => d is not null);

    [GeneratedRegex(@"[T ,]+\d{1,2}:\d{2}(:\d{2})?(\.\d+)?\s*([AaPp][Mm])?\s*(Z|[+-]\d{2}:?\d{2})?$")]
    private static partial Regex TimeOfDay();

    // the culture's own short form differs between systems
    [GeneratedRegex(@"\bSept\b", RegexOptions.IgnoreCase)]
    private static partial Regex September();

    [GeneratedRegex(@"^\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}")]
    private static partial Regex Slashed();

    [GeneratedRegex(@"\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}[ -](Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*[ -]\d{2,4}", RegexOptions.IgnoreCase)]
    private static partial Regex Anywhere();
}
