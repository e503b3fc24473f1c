using MediaGuard.Media;

namespace MediaGuard.Web.Identity;

/// <summary>A browser's own description in this program's words: enough to know one's devices apart, and nothing a stranger could write into a page.</summary>
internal static class DeviceWords
{
    private static readonly (string Sign, string Word)[] Browsers = [("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("CriOS/", "Chrome"), ("Safari/", "Safari")];
    private static (string Sign, string Word)[] Devices =>
        [("iPad", "iPad"), ("iPhone", "iPhone"), ("Android", "Android"), ("CrOS", "Chromebook"), ("Windows", "Windows"), ("Macintosh", Words.Text("Mac or iPad")), ("Linux", "Linux")];

    public static string Of(string? agent)
    {
        var said = agent ?? "";
        return Words.Text($"{Word(Browsers, said, Words.Text("a browser"))} on {Word(Devices, said, Words.Text("an unknown device"))}");
    }

    private static string Word((string Sign, string Word)[] known, string said, string otherwise) =>
        known.FirstOrDefault(k => said.Contains(k.Sign, StringComparison.Ordinal)).Word ?? otherwise;
}
