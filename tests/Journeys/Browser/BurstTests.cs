using System.Text.RegularExpressions;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Browser.Everybody;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Tests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Five shots of one group, decided in one go without a mouse.</summary>
[TestFixture, NonParallelizable, Category("Browser")]
[Property("Requirement", "D6")]
public sealed class BurstTests
{
    private const int Shots = 5;

    [Test]
    public async Task Office_BurstOfFive_DecidesItByKeyboardAndTakesItBack()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var rig = await SchoolRig.StartAsync();
        var burst = await BurstAsync(rig);
        await using var desk = await Desk.OpenAtAsync(chromium, rig.Address.ToString());
        await desk.SignInAsync(new SignIn(SchoolRig.Mail(SchoolRole.Office), SchoolRig.Password));
        var page = desk.Page;
        var keys = new Keyboard(page);
        await page.GotoAsync($"/office/picture/{burst[0]}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "4 more look like this one" })).ToBeVisibleAsync();
        await Expect(page.Locator("#alike :checked")).ToHaveCountAsync(0);
        await desk.ShootAsync("burst");
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        await Expect(page.Locator(".verdicts")).ToBeInViewportAsync();
        await desk.ShootAsync("burst-end");
        await page.EvaluateAsync("scrollTo(0, 0)");

        for (var other = 1; other < Shots; other++)
        {
            await keys.PressAsync("s");
            await Expect(page.Locator($"[id='also-{burst[other]}']")).ToBeFocusedAsync();
            await keys.PressAsync("Enter");
            await Expect(page.Locator("#large img")).ToBeVisibleAsync();
            await (other == 1 ? desk.ShootAsync("burst-large") : Task.CompletedTask);
            await keys.PressAsync("Escape");
            await Expect(page.Locator("#large")).ToBeHiddenAsync();
            await keys.PressAsync("Space");
            await Expect(page.Locator("#alike :checked")).ToHaveCountAsync(other);
        }

        await desk.ShootAsync("burst-ticked");
        var fetched = 0;
        page.Request += (_, request) => fetched += request.Url.Contains("/pictures/", StringComparison.Ordinal) ? 1 : 0;
        await desk.PressAsync("x");
        await Expect(page.Locator("#note")).ToContainTextAsync("Said of 5 pictures.");
        await Expect(page.Locator("#alike :checked")).ToHaveCountAsync(Shots - 1);
        Assert.That(fetched, Is.Zero, "the pictures stayed where they were");
        await desk.PressAsync("o");
        Assert.That(await VerdictsAsync(rig, burst), Is.All.EqualTo(Verdict.Cleared));
        await Expect(page.Locator("#alike")).ToBeEmptyAsync();

        await desk.PressAsync("z");
        await Expect(page.Locator("#note")).ToContainTextAsync("of 5 pictures");
        Assert.That(await VerdictsAsync(rig, burst), Is.All.EqualTo(Verdict.Held));

        await AskForTheWebsiteAsync(rig, burst[2]);
        await keys.PressAsync("s");
        await keys.PressAsync("s");
        await keys.PressAsync("Space");
        await keys.PressAsync("r");
        await keys.UseAsync(page.GetByRole(AriaRole.Button, new() { Name = "Refuse for Seesaw" }));
        await Expect(page.Locator("#note")).ToContainTextAsync("Refused for Seesaw: 2 pictures.");
        Assert.That(await VerdictsAsync(rig, burst), Is.EqualTo(new[] { Verdict.Refused, Verdict.Held, Verdict.Refused, Verdict.Held, Verdict.Held }));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Of those you ticked, still waiting" })).ToBeVisibleAsync();
        await desk.ShootAsync("burst-left");
        await Expect(page).ToHaveURLAsync(new Regex($"/office/picture/{burst[1]}$"));
        await keys.UseAsync(page.GetByRole(AriaRole.Link, new() { Name = "Open picture 1 of those still waiting" }));
        await Expect(page).ToHaveURLAsync(new Regex($"/office/picture/{burst[2]}$"));
        TestContext.Out.WriteLine($"{keys.Presses} presses");
        Assert.That(desk.Complaints, Is.Empty);
    }

    /// <summary>The same shot, told apart by a comment that cleaning leaves behind.</summary>
    private static async Task<IReadOnlyList<MediaId>> BurstAsync(SchoolRig rig)
    {
        var photo = await File.ReadAllBytesAsync(SamplePictures.PathOf("sample1.jpg"));
        var burst = new List<MediaId>();
        for (byte shot = 0; shot < Shots; shot++)
        {
            burst.Add(await rig.TakeAsync($"Oak/IMG_{shot}.jpg", [.. photo[..2], 0xFF, 0xFE, 0, 3, shot, .. photo[2..]]));
        }

        return burst;
    }

    private static Task AskForTheWebsiteAsync(SchoolRig rig, MediaId photo) => rig.Services.GetRequiredService<IHumanActs>().SayAsync(
        rig.School, new UserId(Guid.CreateVersion7()), [new(AttestationKind.AskedFor) { Media = photo, Channel = ChannelId.Website }], default);

    private static async Task<IEnumerable<Verdict?>> VerdictsAsync(SchoolRig rig, IEnumerable<MediaId> photos) =>
        (await Task.WhenAll(photos.Select(rig.PhotoAsync))).Select(p => p.On(ChannelId.Seesaw)!.Verdict);
}
