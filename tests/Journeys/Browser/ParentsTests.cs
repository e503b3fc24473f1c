using System.Globalization;
using System.Text.RegularExpressions;
using MediaGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>A call from a parent and a parent's own page, in a real browser: how many clicks it takes, and how it looks on a phone.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed partial class ParentsTests
{
    // a click of a finger has a detail; Enter in a field does not
    private const string Count = """
        addEventListener("click", (e) => { if (e.isTrusted && e.detail > 0) sessionStorage.setItem("clicks", 1 + Number(sessionStorage.getItem("clicks"))); }, true);
        """;

    private ServedDemo? school;
    private Chromium? chromium;
    private Desk? office;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        chromium = await Chromium.StartAsync();
        school = await ServedDemo.StartAsync();
        office = await Desk.OpenAsync(chromium, school, "office");
        await office.Page.AddInitScriptAsync(Count);
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { office, chromium, school })
        {
            await (one?.DisposeAsync() ?? default);
        }
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Call_FromAParent_TakesThreeClicksAtMost()
    {
        var page = office!.Page;
        var name = await SomebodyAsync(page);
        await page.GotoAsync("/office");
        await page.EvaluateAsync("sessionStorage.setItem('clicks', 0)");
        await page.GetByLabel("A parent is calling: find the child").FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        Assert.That(page.Url, Does.Not.Contain(name.Split(' ')[0]).IgnoreCase, "no name in an address");
        await office.ShootAsync("parents-a-call");
        await page.GetByRole(AriaRole.Button, new() { Name = "No to everything" }).ClickAsync();
        await Expect(page.GetByText("The no is recorded")).ToBeVisibleAsync();
        var clicks = int.Parse(await page.EvaluateAsync<string>("sessionStorage.getItem('clicks')"), CultureInfo.InvariantCulture);
        TestContext.Out.WriteLine($"{clicks} clicks");
        Assert.That(clicks, Is.InRange(1, 3));
        Assert.That(office.Complaints, Is.Empty);
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Parent_OnAPhone_SaysNoWithOneClickAndYesWithOne()
    {
        var page = office!.Page;
        var link = await LetterAsync(page);
        var context = await chromium!.OpenAsync(school!.Address);
        var phone = await context.NewPageAsync();
        var complaints = new List<string>();
        phone.PageError += (_, error) => complaints.Add(error);
        await phone.AddInitScriptAsync(Count);
        await phone.SetViewportSizeAsync(390, 844);
        await phone.GotoAsync(link);
        await ShootAsync(phone, "parents-b-page");
        var no = phone.GetByRole(AriaRole.Button, new() { Name = "No to Website" });
        if (await no.CountAsync() == 0)
        {
            Assert.Fail("There is no button to say no with.");
        }

        await no.ClickAsync();
        await Expect(phone.GetByText("Your no is recorded and holds from this moment")).ToBeVisibleAsync();
        Assert.That(await phone.EvaluateAsync<string>("sessionStorage.getItem('clicks')"), Is.EqualTo("1"), "from the link to the no");
        await ShootAsync(phone, "parents-c-said-no");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Yes to Website" }).ClickAsync();
        await Expect(phone.GetByText("Your yes waits for the school office to confirm it")).ToBeVisibleAsync();
        await phone.GetByRole(AriaRole.Link, new() { Name = "to read" }).ClickAsync();
        await ShootAsync(phone, "parents-d-child");
        Assert.That(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "nothing is cut off");
        await phone.SetViewportSizeAsync(320, 640);
        await phone.GotoAsync(link);
        Assert.That(await phone.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), "nor at 320 pixels");
        await phone.GotoAsync(link[..^2]);
        await ShootAsync(phone, "parents-e-wrong-link");
        await context.DisposeAsync();

        await page.GotoAsync("/office/requests");
        await office.ShootAsync("parents-f-requests");
        await page.GetByRole(AriaRole.Button, new() { Name = "Confirm the yes" }).First.ClickAsync();
        await Expect(page.GetByText("The yes is recorded").Or(page.GetByText("a no is on record"))).ToBeVisibleAsync();
        Assert.That(complaints, Is.Empty);
    }

    [Test]
    public async Task Year_EachClassToItsNext_IsSaidBackFirst()
    {
        var page = office!.Page;
        await page.GotoAsync("/office/register/year");
        await page.Locator("select").First.SelectOptionAsync(new SelectOptionValue { Label = "Leaves the school" });
        await office.ShootAsync("parents-g-year");
        await page.GetByRole(AriaRole.Button, new() { Name = "Next" }).ClickAsync();
        await Expect(page.GetByText("leaves the school")).ToBeVisibleAsync();
        await office.ShootAsync("parents-h-year-asked");
        await page.GetByRole(AriaRole.Link, new() { Name = "Do not" }).ClickAsync();
        Assert.That(office.Complaints, Is.Empty);
    }

    /// <summary>A pupil of the demo nobody shares a name with.</summary>
    private static async Task<string> SomebodyAsync(IPage page)
    {
        await page.GotoAsync("/office/register");
        return await page.Locator("table.register tbody tr:has(.chip.good) th a").First.InnerTextAsync();
    }

    private static async Task<string> LetterAsync(IPage page)
    {
        await page.GotoAsync("/office/register");
        await page.Locator("table.register tbody tr:has(.chip.good) th a").Last.ClickAsync();
        await page.GetByText("Add a parent or guardian").ClickAsync();
        await page.Locator("#name-new").FillAsync("Gundula Parent");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Expect(page.Locator("strong", new() { HasText = "Gundula Parent" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Letter with their link" }).ClickAsync();
        return Link().Match(await page.Locator(".parent-link").InnerTextAsync()).Value;
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestPaths.Root, "artifacts", "screens")).FullName;
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = scheme });
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.phone.{scheme}.png".ToLowerInvariant()), FullPage = true, Animations = ScreenshotAnimations.Disabled });
        }
    }

    [GeneratedRegex("/parent/[0-9a-z-]+")]
    private static partial Regex Link();
}
