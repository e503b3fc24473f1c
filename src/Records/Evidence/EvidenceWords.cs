using MediaGuard.Media;

namespace MediaGuard.Records.Evidence;

/// <summary>How figures, days and times are said.</summary>
internal static class EvidenceWords
{
    public static string Say(DateOnly day) => day.ToString("d MMMM yyyy", Words.Culture);

    public static string Say(Instant moment, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(moment.ToDateTimeOffset(), zone).ToString("d MMMM yyyy, HH:mm", Words.Culture);

    public static string Say(long count) => count.ToString("#,0", Words.Culture);

    public static string Hours(double? hours) => hours switch
    {
        null => "–",
        < 1.0 / 60 => Words.Text("under a minute"),
        < 1 => Words.Text($"{hours.Value * 60:0} min"),
        < 48 => Words.Text($"{hours.Value:0.#} hours"),
        _ => Words.Text($"{hours.Value / 24:0.#} days"),
    };

    /// <summary>The roles of an account as the figures hold them, “lead and office”.</summary>
    public static string Roles(string names) => names.Split(" and ").Select(Role).Aggregate((a, b) => Words.Text($"{a} and {b}"));

    /// <summary>Sentences one after another; an empty one is left out.</summary>
    public static string Together(params IEnumerable<string> sentences) => string.Join(' ', sentences.Where(s => s.Length > 0));

    public static string Capital(string text) => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..];

    private static string Role(string name) => name switch
    {
        "parent" => Words.Text("parent"),
        "content system" => Words.Text("content system"),
        "has left" => Words.Text("has left"),
        "no role" => Words.Text("no role"),
        _ => Views.RegisterWords.Role(name),
    };
}
