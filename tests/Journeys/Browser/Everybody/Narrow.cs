using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>
/// What is lost where a page has little room: 320 pixels, and half of an office's screen, which is what 200 % zoom leaves (WCAG 2.2, 1.4.10 and 1.4.4). Tables may scroll
/// within their own frame.
/// </summary>
internal static class Narrow
{
    private static readonly int[] Widths = [320, 720];

    private const string Lost = """
        () => {
          const width = document.documentElement.clientWidth;
          const lost = [];
          const name = (e) => `${e.tagName.toLowerCase()}${e.id ? "#" + e.id : ""}.${[...e.classList].join(".")} "${(e.textContent || e.value || "").trim().slice(0, 40)}"`;
          if (document.documentElement.scrollWidth > width) lost.push(`the page is ${document.documentElement.scrollWidth} wide`);
          const parts = "a, button, input, select, textarea, summary, label, h1, h2, h3, p, li, dt, dd, td, th, legend, img";
          for (const e of document.querySelectorAll(parts)) {
            if (!e.checkVisibility({ visibilityProperty: true, opacityProperty: true }) || e.closest(".visually-hidden, .skip, .scroll")) continue;
            const r = e.getBoundingClientRect();
            if (r.width === 0 || r.height === 0) continue;
            if (r.right > width + 1 || r.left < -1) lost.push(`${name(e)} reaches from ${Math.round(r.left)} to ${Math.round(r.right)}`);
            const own = getComputedStyle(e);
            if (own.overflowX !== "visible" && e.tagName !== "INPUT" && e.tagName !== "SELECT" && e.tagName !== "TEXTAREA" && e.scrollWidth > e.clientWidth + 1) lost.push(`${name(e)} is cut`);
            for (let p = e.parentElement; p && p !== document.body; p = p.parentElement) {
              if (getComputedStyle(p).overflowX === "visible") continue;
              const b = p.getBoundingClientRect();
              if (r.right > b.right + 1 || r.left < b.left - 1) lost.push(`${name(e)} is cut by ${name(p).split(" ")[0]}`);
            }
          }
          return lost.slice(0, 6);
        }
        """;

    public static async Task<IReadOnlyList<string>> LookAsync(IPage page)
    {
        var lost = new List<string>();
        var before = page.ViewportSize!;
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 640);
            lost.AddRange((await page.EvaluateAsync<string[]>(Lost)).Select(l => $"{width} wide: {l}"));
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
        return lost;
    }
}
