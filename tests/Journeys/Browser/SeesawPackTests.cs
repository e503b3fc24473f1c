using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using MediaGuard.Ingest.Formats.Dressing;
using MediaGuard.Journeys.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using NetVips;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Thirty photos with faces from the upload page to the Seesaw pack, by a teacher and, where lots are drawn, a colleague; the office does nothing. Taps are counted, and the time.</summary>
[NonParallelizable]
public sealed class SeesawPackTests
{
    private const int Photos = 30;
    private const int WithDev = 4;
    private const int MostTaps = 40;
    private const string DevPatelhurst = "Dev Patelhurst";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);
    private static readonly SignIn Colleague = new("colleague@hollybank.example", "Kb4-zoWq9-mTx!");

    private int taps;

    [Test]
    public async Task Thirty_FromDropToPack_TakeFewTapsAndNoOffice()
    {
        await using var chromium = await Chromium.StartAsync();
        await using var school = await ServedDemo.StartAsync();
        await MakeColleagueAsync(school);
        await using var teacher = await Desk.OpenAsync(chromium, school, "teacher");
        var files = Write(school);
        var page = teacher.Page;
        var watch = Stopwatch.StartNew();

        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Oak", Exact = true }));
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Add photos", Exact = true }).Last);
        taps += 2; // the chooser is opened, and what was chosen is confirmed
        await page.Locator("#files").SetInputFilesAsync(files);
        await Expect(page.Locator("#sent")).ToHaveTextAsync($"All {Photos} photos are here.", new() { Timeout = 60_000 });
        var sent = watch.Elapsed;
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Go to today’s list" }));
        await Expect(page.Locator(".card")).ToHaveCountAsync(Photos, new() { Timeout = 60_000 });
        await Expect(page.Locator(".count.way dd")).ToHaveTextAsync("0", new() { Timeout = 150_000 });
        var looked = watch.Elapsed;

        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Go through them for Seesaw" }));
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = DevPatelhurst }));
        var dev = page.Locator(".tile-hit", new() { Has = page.Locator("img[height='675']") });
        var onSheet = await page.Locator(".tile-hit").CountAsync();
        var withDev = await dev.CountAsync();
        for (var i = 0; i < withDev; i++)
        {
            await TapAsync(dev.Nth(i));
        }

        await TapAsync(page.Locator("#rest"));
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Say so for" }));
        await Expect(page.Locator("#note")).ToContainTextAsync("Thank you.");
        var mine = taps;
        if ((await page.Locator("#note").InnerTextAsync()).Contains("A colleague looks", StringComparison.Ordinal))
        {
            await LookAgainAsync(chromium, school);
        }

        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Today in Oak" }));
        await Expect(page.Locator(".call.ready")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await teacher.ShootAsync("pack-1-ready");
        await TapAsync(page.GetByRole(AriaRole.Link, new() { Name = "Seesaw pack" }));
        await teacher.ShootAsync("pack-2-pack");
        var pack = await page.RunAndWaitForDownloadAsync(() => TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "Download all" })));
        await using var zip = await ZipFile.OpenReadAsync((await pack.PathAsync())!);
        var took = watch.Elapsed;
        await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "All I downloaded are posted" }));
        await Expect(page.Locator("#note")).ToContainTextAsync($"{zip.Entries.Count} photos are noted as posted.");
        await teacher.ShootAsync("pack-3-posted");

        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Photos} photos: {onSheet} on the contact sheet ({withDev} tapped for one refusal), {zip.Entries.Count} in the pack; {taps} taps, {taps - mine} of them after the sheet; sent after {sent.TotalSeconds:0} s, all looked at after {looked.TotalSeconds:0} s, pack after {took.TotalSeconds:0} s."));
        Assert.Multiple(() =>
        {
            Assert.That(withDev, Is.EqualTo(WithDev));
            Assert.That(zip.Entries, Has.Count.EqualTo(onSheet - withDev));
            Assert.That(onSheet, Is.EqualTo(Photos), "none had to be looked at on its own");
            Assert.That(taps, Is.LessThanOrEqualTo(MostTaps));
            Assert.That(took, Is.LessThan(Longest));
            Assert.That(teacher.Complaints, Is.Empty, "the browser had nothing to complain of");
        });

        await page.GotoAsync("/teacher/safe");
        await page.GetByRole(AriaRole.Link, new() { Name = "Oak", Exact = true }).ClickAsync();
        await Expect(page.GetByText($"{Photos} photos it took today are safe here")).ToBeVisibleAsync();
        await teacher.ShootAsync("pack-4-safe");
    }

    private async Task TapAsync(ILocator what)
    {
        await what.ClickAsync();
        taps++;
    }

    /// <summary>A colleague of the same class answers the pictures the lots fell on, without knowing what was answered.</summary>
    private async Task LookAgainAsync(Chromium chromium, ServedDemo school)
    {
        await using var desk = await Desk.OpenAsync(chromium, school);
        var page = desk.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("School e-mail address").FillAsync(Colleague.Mail);
        await page.GetByLabel("Password").FillAsync(Colleague.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.GetByLabel("I have read this and keep to it.").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign", Exact = true }).ClickAsync();
        await page.GotoAsync("/second-look");
        while (await page.Locator("#rest").CountAsync() > 0)
        {
            if (await page.Locator(".frame img[height='675']").CountAsync() > 0)
            {
                await TapAsync(page.GetByLabel(DevPatelhurst));
            }

            await TapAsync(page.Locator("#rest"));
            await TapAsync(page.GetByRole(AriaRole.Button, new() { Name = "That is my answer" }));
            await Expect(page.Locator("#note")).ToBeVisibleAsync();
            await page.GotoAsync("/second-look");
        }
    }

    private static async Task MakeColleagueAsync(ServedDemo school)
    {
        await using var program = Mediaguard.Start(school.Data, new Dictionary<string, string>(), "user", "add", Colleague.Mail, "--name", "A colleague", "--role", "teacher");
        await program.TypeAsync(Colleague.Password);
        Assert.That(await program.WaitAsync(TimeSpan.FromMinutes(2)), Is.Zero, program.Output);
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False;Default Timeout=20");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO Teaches (SchoolId, UserId, GroupId) SELECT g.SchoolId, u.Id, g.Id FROM Groups g, AspNetUsers u WHERE g.Name = 'Oak' AND u.Email = $mail";
        command.Parameters.AddWithValue("$mail", Colleague.Mail);
        Assert.That(await command.ExecuteNonQueryAsync(), Is.EqualTo(1));
    }

    /// <summary>Photos of two moments, each a little lighter or darker than the last, as the class's iPad would have taken them.</summary>
    private static string[] Write(ServedDemo school)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(school.Beside("photos/x"))!).FullName;
        return [.. Enumerable.Range(0, Photos).Select(number =>
        {
            using var moment = Image.NewFromBuffer(school.Original("Oak", number < WithDev ? "IMG_0414.jpg" : "IMG_0413.jpg"));
            using var lit = (moment * (0.92 + (0.006 * number))).Cast(Enums.BandFormat.Uchar).Copy(interpretation: Enums.Interpretation.Srgb);
            var taken = DateTime.SpecifyKind(TimeProvider.System.GetLocalNow().Date.AddHours(10).AddMinutes(number), DateTimeKind.Unspecified);
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"IMG_{500 + number:0000}.JPG"));
            File.WriteAllBytes(file, PictureDresser.Dress(lit.JpegsaveBuffer(q: 92, keep: Enums.ForeignKeep.None), new DressedPicture("Apple", "iPad (9th generation)", taken, 53.7632, -2.7031, "In class")));
            return file;
        })];
    }
}
