using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>The office's whole story without a mouse: from signing in over the queue, a call from a parent and a request to signing out.</summary>
[TestFixture, NonParallelizable, Category("Browser")]
[Property("Requirement", "L5")]
public sealed class KeyboardOnlyTests
{
    [Test]
    public async Task Office_WithoutAMouse_DoesTheWholeDaysWork()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var tour = await Tour.StartAsync();
        await tour.Rig.Services.GetRequiredService<IRegisterBook>().AddPersonAsync(tour.Rig.School, new PersonEdit("pupil", "Bruno Birch", "Bruno", "K77", 3, null, tour.Rig.Elm), null, default);
        await using var context = await chromium.OpenAsync(tour.Rig.Address.ToString());
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.PageError += (_, error) => complaints.Add(error);
        var keys = new Keyboard(page);

        await page.GotoAsync("/");
        await keys.FillAsync(page.GetByLabel("School e-mail address"), SchoolRig.Mail(SchoolRole.Office));
        await keys.FillAsync(page.GetByLabel("Password"), SchoolRig.Password);
        await keys.PressAsync("Enter");
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "Start with the oldest" }));
        await QueueAsync(page, keys, tour);
        await CallAsync(page, keys);

        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "Review", Exact = true }));
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "yes of a parent waits" }));
        await keys.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "Confirm the yes" }));
        await Expect(page.Locator("#note")).ToBeVisibleAsync();
        await keys.UseAsync(page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        TestContext.Out.WriteLine($"{keys.Presses} presses");
        Assert.That(complaints, Is.Empty);
    }

    /// <summary>Names somebody, says the rest, approves; refuses the next; takes both back with one key each.</summary>
    private static async Task QueueAsync(IPage page, Keyboard keys, Tour tour)
    {
        await Expect(page.Locator("#panel")).ToBeVisibleAsync();
        await keys.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();
        await keys.PressAsync("Escape");
        await TurnAsync(page, keys, tour.Fill("{doubtful}"));
        var waiting = await page.Locator("#bar h1").InnerTextAsync();
        await keys.PressAsync("1");
        await ChooseAsync(page, keys, "b", "Bea Birchall");
        await Expect(page.Locator("#face-1")).ToContainTextAsync("Bea Birchall");
        await keys.PressAsync("1");
        await Expect(page.Locator("#face-1")).ToBeFocusedAsync();
        await SaidAsync(page, () => keys.PressAsync("u"));
        await keys.PressAsync("1");
        await keys.TypeAsync("Bea");
        await SaidAsync(page, () => keys.PressAsync("Enter"));
        await Expect(page.Locator("#face-1")).ToContainTextAsync("Bea Birchall");
        await keys.PressAsync("Escape");
        await SaidAsync(page, () => keys.PressAsync("x"));
        await SaidAsync(page, () => keys.PressAsync("o"));
        var decided = page.Url;
        if (await page.Locator("[data-key=a]").CountAsync() > 0)
        {
            await SaidAsync(page, () => keys.PressAsync("a"));
        }

        var photo = await tour.Rig.PhotoAsync(new MediaId(Guid.Parse(tour.Fill("{doubtful}"))));
        Assert.That(photo.On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Cleared));

        await TurnAsync(page, keys, tour.Fill("{blurred}"));
        await keys.PressAsync("r");
        await keys.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "Refuse for every channel" }));
        await Expect(page.Locator("#note")).ToContainTextAsync("Refused for every channel.");

        await SaidAsync(page, () => keys.PressAsync("z"));
        Assert.That(page.Url, Does.EndWith(tour.Fill("/office/picture/{blurred}")), "the picture decided last is open again");
        await Expect(page.Locator("#note")).ToContainTextAsync("Taken back");
        await SaidAsync(page, () => keys.PressAsync("z"));
        Assert.That(page.Url, Is.EqualTo(decided), "then the one before it");
        Assert.That((await tour.Rig.PhotoAsync(photo.Id)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held));
        await Expect(page.Locator("#bar h1")).ToHaveTextAsync(waiting);
    }

    /// <summary>Goes down the names found, of which there are several, to the one meant.</summary>
    private static async Task ChooseAsync(IPage page, Keyboard keys, string typed, string name)
    {
        await keys.TypeAsync(typed);
        await Expect(page.Locator(".found-name")).Not.ToHaveCountAsync(0);
        Assert.That(await page.Locator(".found-name").CountAsync(), Is.GreaterThan(1));
        var focused = page.Locator(".found-name:focus");
        for (var down = 0; down < 10; down++)
        {
            await keys.PressAsync("ArrowDown");
            if ((await focused.InnerTextAsync()).Contains(name, StringComparison.Ordinal))
            {
                break;
            }
        }

        await SaidAsync(page, () => keys.PressAsync("Enter"));
    }

    private static async Task CallAsync(IPage page, Keyboard keys)
    {
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "All waiting" }));
        await keys.FillAsync(page.GetByLabel("A parent is calling: find the child"), "Cem");
        await keys.PressAsync("Enter");
        await keys.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "No to everything" }));
        await Expect(page.GetByText("The no is recorded")).ToBeVisibleAsync();
    }

    /// <summary>Leafs on, and then back, until the picture is open.</summary>
    private static async Task TurnAsync(IPage page, Keyboard keys, string id)
    {
        foreach (var key in new[] { "j", "k" })
        {
            for (var leaves = 0; leaves < 20 && !page.Url.EndsWith(id, StringComparison.Ordinal) && await page.Locator($"[data-key={key}]").CountAsync() > 0; leaves++)
            {
                var before = page.Url;
                await keys.PressAsync(key);
                await Expect(page).Not.ToHaveURLAsync(before);
            }
        }

        Assert.That(page.Url, Does.EndWith(id));
    }

    private static async Task SaidAsync(IPage page, Func<Task> press)
    {
        await page.RunAndWaitForResponseAsync(press, r => r.Request.Method == "POST");
        await Expect(page.Locator("form.busy")).ToHaveCountAsync(0);
    }
}
