using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>What axe-core finds against WCAG 2.2 AA on a page as it stands, in light and dark.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    // "target-size" is off by default although WCAG 2.2 asks for it
    private const string Run = """
        async () => {
          const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
          const result = await axe.run(document, { runOnly: { type: "tag", values: tags }, rules: { "target-size": { enabled: true } }, resultTypes: ["violations"] });
          if (result.passes.length === 0) return ["axe looked at nothing"];
          return result.violations.flatMap((v) => v.nodes.slice(0, 3).map((n) => `${v.id} (${v.help}): ${n.html.slice(0, 200)} ${n.any[0]?.message ?? ""}`));
        }
        """;

    /// <returns>One line for each violation: scheme, rule, where.</returns>
    public static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            found.AddRange((await page.EvaluateAsync<string[]>(Run)).Select(v => $"{scheme}: {v}"));
        }

        return found;
    }
}
