using Microsoft.Playwright;

namespace MediaGuard.Bench.Pages;

/// <summary>Somebody at a browser, and what they wait for, measured by the page's own clock.</summary>
internal sealed class Desk(IPage page)
{
    // From the press to the frame after the next picture is decoded in its full size for looking at.
    private const string Refuse = """
        async () => {
          const sharp = () => { const i = document.querySelector(".stage .frame img"); return i && i.complete && i.naturalWidth >= 1000; };
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          const before = location.pathname;
          document.getElementById("refuse").open = true;
          const button = [...document.querySelectorAll("#refuse button")].find((b) => b.textContent.trim() === "Refuse for every channel");
          await frame();
          const began = performance.now();
          button.click();
          while (location.pathname === before || !sharp()) {
            if (performance.now() - began > 20000) return -1;
            await frame();
          }
          await document.querySelector(".stage .frame img").decode();
          await frame();
          return performance.now() - began;
        }
        """;

    private const string Turn = """
        async () => {
          const sharp = () => { const i = document.querySelector(".stage .frame img"); return i && i.complete && i.naturalWidth >= 1000; };
          const frame = () => new Promise((done) => requestAnimationFrame(done));
          const before = location.pathname;
          const began = performance.now();
          document.querySelector("[data-key=j]").click();
          while (location.pathname === before || !sharp()) {
            if (performance.now() - began > 20000) return -1;
            await frame();
          }
          await document.querySelector(".stage .frame img").decode();
          await frame();
          return performance.now() - began;
        }
        """;

    // Until everything on the first screen is there, and something can be pressed.
    private const string FirstScreen = """
        async () => {
          // in the page's order, so that nothing below the screen is laid out only to be asked where it is
          const seen = () => { const on = []; for (const i of document.images) { const r = i.getBoundingClientRect(); if (r.top >= innerHeight) break; if (r.bottom > 0) on.push(i); } return on; };
          while (document.readyState !== "complete" || seen().length === 0 || !seen().every((i) => i.complete && i.naturalWidth > 0)) {
            if (performance.now() > 60000) return [-1, -1];
            await new Promise((done) => requestAnimationFrame(done));
          }
          return [performance.getEntriesByType("navigation")[0].responseEnd, performance.now()];
        }
        """;

    public async Task SignInAsync(string mail)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("School e-mail address").FillAsync(mail);
        await page.GetByLabel("Password").FillAsync(BenchSchool.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    public async Task OpenQueueAsync()
    {
        await page.GotoAsync("/office");
        await page.GetByRole(AriaRole.Link, new() { Name = "Start with the oldest" }).ClickAsync();
        await page.WaitForFunctionAsync("() => document.querySelector('.stage .frame img')?.complete");
    }

    /// <returns>Milliseconds from a decision to the next picture, sharp.</returns>
    public Task<double> DecideAsync() => page.EvaluateAsync<double>(Refuse);

    public Task<double> TurnAsync() => page.EvaluateAsync<double>(Turn);

    /// <returns>Milliseconds until the page had come, and until its first screen was whole.</returns>
    public async Task<double[]> OpenAsync(string path)
    {
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Commit });
        return await page.EvaluateAsync<double[]>(FirstScreen);
    }
}
