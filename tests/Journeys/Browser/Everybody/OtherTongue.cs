using System.Xml.Linq;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>A made-up translation: every sentence in brackets, days in Welsh. What a page shows outside the brackets was not looked up.</summary>
internal static class OtherTongue
{
    // text nodes in the page's order, so that a sentence with markup in its midst keeps its brackets together
    private const string Outside = """
        () => {
          const found = [];
          let depth = 0, run = "";
          const read = (text, alone) => {
            for (const sign of text) {
              if (sign === "⟦") { depth++; } else if (sign === "⟧") { depth--; } else if (depth === 0) { run += sign; }
            }
            if (/\p{L}/u.test(run)) found.push(run.trim().replace(/\s+/g, " "));
            run = "";
          };
          read(document.title);
          const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
          while (nodes.nextNode()) {
            const node = nodes.currentNode;
            if (node.nodeType === Node.TEXT_NODE) {
              if (!node.parentElement.closest("script, style, code, kbd, [translate=no]")) read(node.data);
              continue;
            }
            for (const name of ["aria-label", "alt", "title", "placeholder", "aria-description"]) {
              const before = depth;
              depth = 0;
              if (node.hasAttribute(name)) read(node.getAttribute(name));
              depth = before;
            }
          }
          return found;
        }
        """;

    public static Translation Read(TempFolder folder)
    {
        var english = XDocument.Load(Path.Combine(TestPaths.Root, "src", "Media", "words", "Words.resx")).Root!.Elements("data").Select(d => (string)d.Attribute("name")!);
        var path = Path.Combine(folder.FullName, "Words.cy.resx");
        new XElement("root", english.Select(e => new XElement("data", new XAttribute("name", e), new XElement("value", $"⟦{e}⟧")))).Save(path);
        return Translation.Read(path);
    }

    /// <summary>What the page shows or says to a screen reader that was not looked up.</summary>
    public static Task<string[]> OutsideAsync(IPage page) => page.EvaluateAsync<string[]>(Outside);
}
