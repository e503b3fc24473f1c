using System.IO.Compression;
using MediaGuard.Journeys.Tests.Browser.Everybody;
using MediaGuard.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>An inspector is in the room: the lead opens the evidence, prints it, and hands out the pack, which reads like a page on its own.</summary>
[NonParallelizable, Category("Browser")]
public sealed class LeadEvidenceTests
{
    [Test]
    [Property("Requirement", "G10")]
    [Property("Requirement", "L5")]
    public async Task Lead_AnswersAndHandsOutThePack()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var school = await ServedDemo.StartAsync();
        await using var lead = await Desk.OpenAsync(chromium, school, "lead");
        var page = lead.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Evidence: “how do you know?”" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Which policy is in force" })).ToBeVisibleAsync();
        await lead.ShootAsync("evidence-a-page");
        foreach (var question in new[] { "deciding", "withdrawals", "kept", "chain" })
        {
            await page.Locator($"#{question}").ScrollIntoViewIfNeededAsync();
            await page.EvaluateAsync($"document.getElementById('{question}').scrollIntoView()");
            await lead.ShootAsync($"evidence-b-{question}");
        }

        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Print, ColorScheme = ColorScheme.Light });
        await ShootAsync(page, "evidence-c-print");
        await page.EmulateMediaAsync(new() { Media = Microsoft.Playwright.Media.Screen });
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Download the pack" }).ClickAsync());
        using var folder = new TempFolder();
        await download.SaveAsAsync(folder.At("pack.zip"));
        await ZipFile.ExtractToDirectoryAsync(folder.At("pack.zip"), folder.At("pack"));
        Assert.That(lead.Complaints, Is.Empty);

        foreach (var sheet in new[] { "evidence", "dpia" })
        {
            await page.GotoAsync(new Uri(folder.At("pack", $"{sheet}.html")).AbsoluteUri);
            await ShootAsync(page, $"evidence-d-{sheet}");
            Assert.That(await Axe.LookAsync(page), Is.Empty, sheet);
        }

        Assert.That(lead.Complaints, Is.Empty, "the sheets fetch nothing");
    }

    private static async Task ShootAsync(IPage page, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestPaths.Root, "artifacts", "screens")).FullName;
        await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }
}
