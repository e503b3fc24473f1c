using System.Globalization;
using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>How figures, days and times are said.</summary>
internal static class EvidenceWords
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", English);

    public static string Say(Instant moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone).ToString("d MMMM yyyy, HH:mm", English);

    public static string Say(long count) => count.ToString("#,0", English);

    /// <summary>“1 photo”, “1,200 photos”.</summary>
    public static string Say(long count, string one, string many) => $"{Say(count)} {(count == 1 ? one : many)}";

    public static string Hours(double? hours) => hours switch
    {
        null => "–",
        < 1.0 / 60 => "under a minute",
        < 1 => string.Create(English, $"{hours * 60:0} min"),
        < 48 => string.Create(English, $"{hours:0.#} hours"),
        _ => string.Create(English, $"{hours / 24:0.#} days"),
    };

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];
}
