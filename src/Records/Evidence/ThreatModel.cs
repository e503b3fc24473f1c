using System.Reflection;

namespace MediaGuard.Records.Evidence;

/// <summary>The program's own threat model as it stands in <c>docs/threat-model.md</c>.</summary>
public static class ThreatModel
{
    private static readonly string[] Lines = Read();

    /// <summary>Threat and protection.</summary>
    public static IReadOnlyList<(string Threat, string Protection)> Protected { get; } =
    [
        .. Under("## What is protected, and how").Where(l => l.StartsWith('|')).Skip(2).Select(l => l.Trim('|', ' ').Split(" | ", 2)).Select(c => (Plain(c[0]), Plain(c[1]))),
    ];

    /// <summary>What the program does not protect against.</summary>
    public static IReadOnlyList<string> NotProtected { get; } = [.. Bullets(Under("## What is not protected"))];

    private static IEnumerable<string> Under(string heading) => Lines.SkipWhile(l => l != heading).Skip(1).TakeWhile(l => !l.StartsWith("## ", StringComparison.Ordinal));

    private static IEnumerable<string> Bullets(IEnumerable<string> lines) =>
        string.Join('\n', lines).Split("\n- ").Select(b => Plain(b.TrimStart('-', ' ').ReplaceLineEndings(" "))).Where(b => b.Length > 0);

    private static string Plain(string text) => string.Join(' ', text.Replace("**", "", StringComparison.Ordinal).Replace("`", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries)).Trim();

    private static string[] Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("threat-model.md") ?? throw new InvalidOperationException("The threat model is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Split('\n');
    }
}
