using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>Somebody who has no mouse: reaches things with Tab and uses them with keys. Each thing reached shows that it is.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostTabs = 150;

    private const string ShowsFocus = "e => { const s = getComputedStyle(e); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2; }";

    public int Presses { get; private set; }

    public async Task PressAsync(string key)
    {
        Presses++;
        await page.Keyboard.PressAsync(key);
    }

    public async Task TypeAsync(string text)
    {
        Presses += text.Length;
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Tabs on until it has the focus.</summary>
    public async Task ReachAsync(ILocator what)
    {
        await what.WaitForAsync();
        for (var tabs = 0; tabs < MostTabs; tabs++)
        {
            if (await what.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                Assert.That(await what.EvaluateAsync<bool>(ShowsFocus), Is.True, $"{what} does not show that it has the focus");
                return;
            }

            await PressAsync("Tab");
        }

        Assert.Fail($"Tab does not lead to {what}.");
    }

    public async Task UseAsync(ILocator what, string key = "Enter")
    {
        await ReachAsync(what);
        await PressAsync(key);
    }

    public async Task FillAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await TypeAsync(text);
    }
}
