using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Passkeys with the browser's own virtual authenticator, and what happens to a page nobody touches.</summary>
[Category("Browser")]
public sealed class PasskeyTests
{
    private Chromium chromium = null!;
    private ServedDemo school = null!;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        chromium = await Chromium.StartAsync();
        school = await ServedDemo.StartAsync(new() { ["SignIn:SecondFactor"] = "required" });
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        await school.DisposeAsync();
        await chromium.DisposeAsync();
    }

    [Test]
    public async Task Office_WithoutASecondProof_AddsAPasskeyAndSignsInWithIt()
    {
        await using var desk = await Desk.OpenByNameAsync(chromium, school);
        await desk.SignInAsync(school.SignIns["office"]);
        var page = desk.Page;
        await using var authenticator = await VirtualAuthenticator.AddAsync(page);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "A second proof that it is you" })).ToBeVisibleAsync();
        await desk.ShootAsync("account-second-factor");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a passkey" }).ClickAsync();
        await Expect(page.GetByText("You have a passkey. Sign out, then sign in with it.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/sign-in");
        await desk.ShootAsync("sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/office$"));
        await page.GotoAsync("/account");
        await Expect(page.GetByText("since")).Not.ToHaveCountAsync(0);
        await desk.ShootAsync("account");
        Assert.That(desk.Complaints, Is.Empty);

        // whoever has the password alone gets no further than being told
        await using var other = await Desk.OpenAsync(chromium, school);
        await other.Page.GotoAsync("/");
        await other.Page.GetByLabel("School e-mail address").FillAsync(school.SignIns["office"].Mail);
        await other.Page.GetByLabel("Password").FillAsync(school.SignIns["office"].Password);
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(other.Page.GetByText("This account signs in with its passkey")).ToBeVisibleAsync();

        // whoever types wrong ones shuts nobody out who has the passkey
        for (var i = 0; i < 5; i++)
        {
            await other.Page.GetByLabel("School e-mail address").FillAsync(school.SignIns["office"].Mail);
            await other.Page.GetByLabel("Password").FillAsync($"Wrong-{i}!");
            await other.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await Expect(other.Page.GetByText("do not go together")).ToBeVisibleAsync();
        }

        await page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use a passkey" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/office$"));
    }

    /// <remarks>The clock is the browser's, so both pages have it.</remarks>
    [Test]
    [Property("Requirement", "A5")]
    public async Task Page_NobodyTouches_EndsNobodysWorkInAnother()
    {
        await using var desk = await Desk.OpenAsync(chromium, school);
        var left = desk.Page;
        await left.Context.Clock.InstallAsync();
        await desk.SignInAsync(school.SignIns["teacher"]);
        var used = await left.Context.NewPageAsync();
        await used.GotoAsync("/teacher");
        for (var minutes = 0; minutes < 16; minutes += 4)
        {
            await left.Context.Clock.FastForwardAsync("04:00");
            await used.Mouse.WheelAsync(0, 1);
            await used.Keyboard.PressAsync("Shift");
        }

        await used.GotoAsync("/teacher");
        await Expect(used.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
        await left.Context.Clock.FastForwardAsync("05:10");
        await Expect(used.GetByText("it is covered")).ToBeVisibleAsync();
        await left.Context.Clock.FastForwardAsync("10:10");
        await Expect(used).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-"));
        await used.GotoAsync("/teacher");
        await Expect(used.GetByLabel("Password")).ToBeVisibleAsync();
    }

    /// <remarks>The browser's clock is set on; nobody waits ten minutes.</remarks>
    [Test]
    [Property("Requirement", "A5")]
    public async Task Page_NobodyTouches_IsCoveredThenLeft()
    {
        await using var desk = await Desk.OpenAsync(chromium, school);
        var page = desk.Page;
        await page.Clock.InstallAsync();
        await desk.SignInAsync(school.SignIns["teacher"]);
        await page.Clock.FastForwardAsync("04:50");
        await Expect(page.GetByText("it is covered")).ToBeHiddenAsync();
        await page.Clock.FastForwardAsync("00:20");
        await Expect(page.GetByText("it is covered")).ToBeVisibleAsync();
        await Expect(page.Locator("main")).ToBeHiddenAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Go on" }).ClickAsync();
        await Expect(page.Locator("main")).ToBeVisibleAsync();
        await page.Clock.FastForwardAsync("10:10");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();
        await page.GotoAsync("/teacher");
        await Expect(page.GetByLabel("Password")).ToBeVisibleAsync();
    }
}
