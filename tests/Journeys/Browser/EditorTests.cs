using System.Net;
using System.Text.Json;
using MediaGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>The editor's day in a real browser, from signing in to taking a picture down; and the content system's beside it.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed class EditorTests
{
    private const string Address = "https://www.hollybank.example/news/assembly";

    // of the four in the photo that everybody's family agreed to
    private const string InThePicture = "Chloe Wrenfield";

    private ServedDemo? school;
    private Chromium? chromium;
    private Desk? editor;

    [OneTimeSetUp]
    public async Task OpenAsync()
    {
        chromium = await Chromium.StartAsync();
        school = await ServedDemo.StartAsync();
        school.Drop();
        editor = await Desk.OpenAsync(chromium, school, "editor");
    }

    [OneTimeTearDown]
    public async Task CloseAsync()
    {
        foreach (var one in new IAsyncDisposable?[] { editor, chromium, school })
        {
            await (one?.DisposeAsync() ?? default);
        }
    }

    [Test]
    [Property("Requirement", "M3")]
    [Property("Requirement", "C5")]
    public async Task Editor_FromSigningInToTakingDown()
    {
        var page = editor!.Page;
        await ComesThroughAsync(page);
        await editor.ShootAsync("editor-a-gallery");

        await page.GetByRole(AriaRole.Link, new() { Name = "Caption, sizes, where it is used" }).ClickAsync();
        var caption = page.GetByLabel("What stands beside the picture");
        var save = page.GetByRole(AriaRole.Button, new() { Name = "Save the caption" });
        await caption.FillAsync("Chloe W and the rest of Oak at assembly");
        await save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("“Chloe W”");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Expect(caption).ToHaveValueAsync("Chloe W and the rest of Oak at assembly");
        await editor.ShootAsync("editor-b-caption-names");
        await caption.FillAsync("Four pupils of Oak at assembly");
        await page.GetByLabel("Description for people who can’t see it").FillAsync("Four children smile");
        await save.ClickAsync();
        await Expect(page.GetByText("The caption is saved.")).ToBeVisibleAsync();

        var copy = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Web", Exact = false }).First.ClickAsync());
        var picture = school!.Beside(copy.SuggestedFilename);
        await copy.SaveAsAsync(picture);
        await DemoLeftovers.AssertNoneAsync(picture);
        await page.GetByLabel("The page’s address").FillAsync("hollybank.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Note that it is used there" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("begins with https://");
        await page.GetByLabel("The page’s address").FillAsync(Address);
        await page.GetByRole(AriaRole.Button, new() { Name = "Note that it is used there" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Address })).ToBeVisibleAsync();
        await editor.ShootAsync("editor-c-used");

        // the gallery stays open while a parent calls
        await page.GetByRole(AriaRole.Link, new() { Name = "Website gallery" }).First.ClickAsync();
        await Expect(page.Locator(".card img")).ToHaveCountAsync(1);
        await CallAsync();
        await Expect(page.Locator(".card img")).ToHaveCountAsync(0, new() { Timeout = 15_000 });
        await Expect(page.GetByText("No longer for the website.")).ToBeVisibleAsync();
        await Expect(page.GetByText("1 picture must come off the website")).ToBeVisibleAsync();
        await editor.ShootAsync("editor-d-gone-from-the-open-gallery");

        await page.GetByRole(AriaRole.Link, new() { Name = "See what to remove" }).ClickAsync();
        await Expect(page.GetByText(copy.SuggestedFilename, new() { Exact = true })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = Address })).ToBeVisibleAsync();
        await Expect(page.Locator("main img")).ToHaveCountAsync(0);
        await editor.ShootAsync("editor-e-take-downs");
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "I have removed it" }).ClickAsync();
        await Expect(page.GetByText("Nothing must come off the website")).ToBeVisibleAsync();
        await editor.ShootAsync("editor-f-taken-down");
        Assert.That(editor.Complaints, Is.Empty);
    }

    [Test, DependsOnTest(nameof(Editor_FromSigningInToTakingDown))]
    public async Task Technician_MakesATokenThatIsShownOnce()
    {
        await using var technician = await Desk.OpenAsync(chromium!, school!, "technician");
        var page = technician.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Website tokens" }).ClickAsync();
        await page.GetByLabel("What it is for").FillAsync("The school’s WordPress");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make the token" }).ClickAsync();
        var token = await page.Locator(".secret code").InnerTextAsync();
        await technician.ShootAsync("editor-g-token");

        using var http = new HttpClient { BaseAddress = new Uri(school!.Address), DefaultRequestHeaders = { Authorization = new("Bearer", token) } };
        using var list = JsonDocument.Parse(await http.GetStringAsync(new Uri("/api/website/pictures", UriKind.Relative)));
        Assert.That(list.RootElement.GetProperty("pictures").GetArrayLength(), Is.Zero, "the one there was has been withdrawn");
        await page.GotoAsync("/tokens");
        await Expect(page.GetByText(token)).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "End it" }).ClickAsync();
        await Expect(page.GetByText("Ended", new() { Exact = true })).ToBeVisibleAsync();
        using var after = await http.GetAsync(new Uri("/api/website/pictures", UriKind.Relative));
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(technician.Complaints, Is.Empty);
    }

    private static async Task ComesThroughAsync(IPage page)
    {
        for (var attempt = 0; attempt < 120; attempt++)
        {
            await page.GotoAsync("/editor");
            if (await page.Locator(".card").CountAsync() > 0)
            {
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System);
        }

        Assert.Fail("nothing was cleared for the website within a minute");
    }

    private async Task CallAsync()
    {
        await using var office = await Desk.OpenAsync(chromium!, school!, "office");
        await office.Page.GotoAsync("/office");
        await office.Page.GetByLabel("A parent is calling: find the child").FillAsync(InThePicture);
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Find" }).ClickAsync();
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "No to everything" }).ClickAsync();
        await Expect(office.Page.GetByText("The no is recorded")).ToBeVisibleAsync();
    }
}
