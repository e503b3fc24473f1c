using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>What looks at every screen sees faults where there are some.</summary>
[Category("Browser")]
public sealed class GuardTests
{
    private const string Faulty = """
        <!doctype html><html lang="en"><head><title>Faulty</title><style>.pale { color: #bbb; background: #fff } .wide { width: 900px } .cut { overflow: hidden; width: 80px; white-space: nowrap }</style></head>
        <body><main><p class="pale">Pale words</p><input type="text"><p class="wide">Wide</p><div class="cut"><button>A button far too long for its place</button></div>
        <button style="width:9px;height:9px;padding:0" aria-label="a"></button><button style="width:9px;height:9px;padding:0" aria-label="b"></button></main></body></html>
        """;

    [Test]
    public async Task Looks_AtAFaultyPage_FindEachFault()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var context = await chromium.OpenAsync("http://127.0.0.1");
        var page = await context.NewPageAsync();
        await page.SetContentAsync(Faulty);
        var found = string.Join('\n', await Axe.LookAsync(page));
        Assert.That(found, Does.Contain("Dark: color-contrast").And.Contain("Light: color-contrast").And.Contain("label").And.Contain("target-size"));
        var lost = string.Join('\n', await Narrow.LookAsync(page));
        Assert.That(lost, Does.Contain("320 wide: the page is").And.Contain("720 wide: the page is").And.Contain("is cut by div.cut"));
    }
}
