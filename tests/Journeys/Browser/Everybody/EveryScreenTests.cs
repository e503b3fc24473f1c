using MediaGuard.Records;
using MediaGuard.Web.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>Every page and state can be read and worked by everybody: axe-core in light and dark, little room, large letters.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance), Category("Browser")]
[Property("Requirement", "L5")]
public sealed class EveryScreenTests
{
    // the first leads on, the second shows nothing unless a sign-in elsewhere failed, the rest are not pages
    // the second address of a page is the page
    private static readonly string[] NoScreens = ["/", "/sign-in/school", "/technician/health", "/pictures", "/uploads", "/api"];

    // a tool that draws is open one at a time
    internal const string OpenParts = "document.querySelectorAll('details:not([data-draw])').forEach(d => { d.open = true; })";

    private Chromium? chromium;
    private Tour? tour;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        chromium = await Chromium.StartAsync();
        tour = await Tour.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { chromium, tour })
        {
            await (one?.DisposeAsync() ?? default);
        }
    }

    [TestCase(Screens.Nobody)]
    [TestCase(Screens.New)]
    [TestCase(SchoolRole.Teacher)]
    [TestCase(SchoolRole.Office)]
    [TestCase(SchoolRole.Editor)]
    [TestCase(SchoolRole.Lead)]
    [TestCase(SchoolRole.Technician)]
    public async Task Screens_OfARole_LoseNobody(string who)
    {
        await using var context = await chromium!.OpenAsync(tour!.Rig.Address.ToString());
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        if (who != Screens.Nobody)
        {
            await SignInAsync(page, SchoolRig.Mail(who));
        }

        var wrong = new List<string>();
        foreach (var screen in Screens.All.Where(s => s.Who == who))
        {
            await page.GotoAsync(tour.Fill(screen.Path));
            await page.EvaluateAsync(OpenParts);
            await (screen.Then?.Invoke(page) ?? Task.CompletedTask);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
            Assert.That(await page.Locator("main h1, main h2").CountAsync(), Is.Positive, $"{screen} shows something");
            wrong.AddRange((await Axe.LookAsync(page)).Concat(await Narrow.LookAsync(page)).Select(w => $"{screen}: {w}"));
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    [Test]
    public void Screens_KnowEveryPage()
    {
        var pages = tour!.Rig.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(e => "/" + e.RoutePattern.RawText!.TrimStart('/')).Select(p => p.Split('{')[0].TrimEnd('/')).Distinct().Select(p => p.Length == 0 ? "/" : p);
        var seen = Screens.All.Select(s => tour.Fill(s.Path).Split('?')[0]).ToList();
        Assert.That(pages.Where(p => !NoScreens.Contains(p) && !NoScreens.Skip(1).Any(n => p.StartsWith(n + "/", StringComparison.Ordinal)) && !seen.Any(s => s == p || s.StartsWith(p + "/", StringComparison.Ordinal))), Is.Empty);
    }

    internal static async Task SignInAsync(IPage page, string mail)
    {
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("School e-mail address").FillAsync(mail);
        await page.GetByLabel("Password").FillAsync(SchoolRig.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }
}
