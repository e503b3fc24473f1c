using System.Security.Cryptography;
using MediaGuard.Journeys.Tests.Support;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Everything is lost and put back: the same pictures are on the same page, and the technician and the office read how things stand.</summary>
[TestFixture, Category("Slow")]
public sealed class RestoreTests
{
    [Test]
    [CancelAfter(240_000)]
    public async Task Restored_TheOfficesPagesShowTheSamePictures_AndSayWhatIsMissing()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var school = await ServedDemo.StartAsync();
        school.Drop();
        await Eventually.HoldsAsync(() => school.InShare().Length == 0 || school.InShare().All(f => f.Contains("half", StringComparison.OrdinalIgnoreCase)), () => school.Output);
        Dictionary<string, string> before;
        await using (var technician = await Desk.OpenAsync(chromium, school, "technician"))
        {
            await technician.Page.GotoAsync("/technician/backups");
            await Expect(technician.Page.GetByText("none was ever made")).ToHaveCountAsync(2);
            var (code, output) = await school.RunAsync("backup", "--to", school.Beside("off-site"), "--keys-to", school.Beside("elsewhere"));
            Assert.That(code, Is.Zero, output);
            await technician.Page.ReloadAsync();
            await Expect(technician.Page.GetByText("found whole")).ToHaveCountAsync(2);
            await technician.ShootAsync("technician-backups");
            await technician.Page.GotoAsync("/technician/settings");
            await technician.ShootAsync("technician-settings");
            await technician.Page.GotoAsync("/technician/health");
            await technician.ShootAsync("technician-health");
            Assert.That(technician.Complaints, Is.Empty);
            before = await PicturesAsync(chromium, school);
        }

        Assert.That(before, Is.Not.Empty);
        await school.LoseAsync();
        var restored = await school.RunAsync("restore", "--from", school.Beside("off-site"), "--keys-from", school.Beside("elsewhere"));
        Assert.That(restored.ExitCode, Is.Zero, restored.Output);
        await school.ServeAgainAsync();
        Assert.That(before, Is.SubsetOf(await PicturesAsync(chromium, school)), "and what was cleared waits with them now");

        await using var office = await Desk.OpenAsync(chromium, school, "office");
        await office.Page.GotoAsync("/office/register");
        await Expect(office.Page.GetByRole(AriaRole.Heading, new() { Name = "The records were put back from a backup" })).ToBeVisibleAsync();
        await office.ShootAsync("office-restored");
        await office.Page.GetByRole(AriaRole.Button, new() { Name = "Everything here is right as of today" }).ClickAsync();
        await Expect(office.Page.GetByText("Confirmed: the register is right as of today.")).ToBeVisibleAsync();
        Assert.That(school.Released("seesaw"), Is.Empty, "what had gone is not sent a second time");
    }

    /// <summary>Every picture of the queue as the office's browser gets it, by its address.</summary>
    private static async Task<Dictionary<string, string>> PicturesAsync(Chromium chromium, ServedDemo school)
    {
        await using var desk = await Desk.OpenAsync(chromium, school, "office");
        await desk.Page.GotoAsync("/office");
        await Expect(desk.Page.Locator("img").First).ToBeVisibleAsync();
        var pictures = new Dictionary<string, string>();
        foreach (var image in await desk.Page.Locator("main img").AllAsync())
        {
            var address = (await image.GetAttributeAsync("src"))!;
            var bytes = await (await desk.Page.Context.APIRequest.GetAsync(school.Address + address)).BodyAsync();
            pictures[address.Split('?')[0]] = Convert.ToHexString(SHA256.HashData(bytes));
        }

        return pictures;
    }
}
