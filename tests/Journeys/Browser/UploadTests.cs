using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>Photos sent from the upload page by a real browser, over a wire that is cut three times, with the page loaded anew in between: all of them are there, once each.</summary>
[NonParallelizable]
public sealed class UploadTests
{
    private const int Cuts = 3;

    [Test]
    public Task Forty_WithThreeCutsAndAReload_AreThereOnceEach() => SendAsync(40, 1 << 20, reloads: true);

    /// <remarks>A measurement: takes minutes and more than a gigabyte of disk.</remarks>
    [Test]
    [Explicit("a measurement of minutes")]
    public Task ThreeHundredOfFourMegabytes_WithThreeCuts_AreThereOnceEach() => SendAsync(300, 4 << 20, reloads: false);

    private static async Task SendAsync(int count, int bytes, bool reloads)
    {
        await using var chromium = await Chromium.StartAsync();
        await using var school = await ServedDemo.StartAsync(new() { ["Uploads:KeepFree"] = "0" });
        await using var proxy = new CuttingProxy(school.Address);
        await using var teacher = await Desk.OpenAtAsync(chromium, proxy.Address);
        await teacher.SignInAsync(school.SignIns["teacher"]);
        var files = LargePhotos.Write(Path.GetDirectoryName(school.Beside("photos/x"))!, count, bytes);
        var sizes = files.Sum(f => new FileInfo(f).Length);
        var page = teacher.Page;
        page.Dialog += async (_, dialog) => await dialog.AcceptAsync();
        await page.GotoAsync("/upload");
        await page.GetByRole(AriaRole.Link, new() { Name = "Oak", Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Choose photos of Oak")).ToBeVisibleAsync();
        await teacher.ShootAsync("upload-empty");
        var watch = Stopwatch.StartNew();
        await page.Locator("#files").SetInputFilesAsync(files);
        var wires = new List<int>();
        for (var cut = 1; cut <= Cuts; cut++)
        {
            var goal = sizes * cut / (Cuts + 2);
            await UntilAsync(() => proxy.Carried >= goal, count, () => $"{proxy.Carried} of {goal} bytes went through");
            wires.Add(await proxy.CutAsync(TimeSpan.FromSeconds(1.5)));
            if (cut == 2)
            {
                await teacher.ShootAsync("upload-under-way");
                if (reloads)
                {
                    await page.ReloadAsync();
                    await page.Locator("#files").SetInputFilesAsync(files);
                }
            }
        }

        await Expect(page.Locator("#sent")).ToHaveTextAsync($"All {count} photos are here.", new() { Timeout = count * 2000 });
        var took = watch.Elapsed;
        await teacher.ShootAsync("upload-done");
        Assert.That(wires, Has.All.Positive, "there was something to cut each time");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Go to today’s list" })).ToBeVisibleAsync();

        var wanted = files.Select(f => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(f)))).Order(StringComparer.Ordinal).ToList();
        await UntilAsync(() => Arrived(school).Count >= count, count * 4, () => $"{Arrived(school).Count} of {count} arrived");
        Assert.That(Arrived(school), Is.EqualTo(wanted), "all of them, once each");
        Assert.That(Directory.GetFiles(Path.Combine(school.Data, "uploads"), "*.part"), Is.Empty, "nothing is left half sent");
        Assert.That(teacher.Complaints, Is.Empty, "the browser had nothing to complain of");
        TestContext.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{count} photos, {sizes / 1e6:0} MB, three cuts: {took.TotalSeconds:0.0} s, {proxy.Carried / 1e6:0} MB over the wire ({(100.0 * proxy.Carried / sizes) - 100:0.0} % more than the photos); wires cut {string.Join(", ", wires)}."));
    }

    /// <summary>The digests of everything that was taken in, in order; one taken twice is there twice.</summary>
    private static List<string> Arrived(ServedDemo school)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False;Default Timeout=20");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT hex(Sha256) FROM Media WHERE Sha256 IS NOT NULL ORDER BY 1";
        using var reader = command.ExecuteReader();
        var found = new List<string>();
        while (reader.Read())
        {
            found.Add(reader.GetString(0));
        }

        return found;
    }

    private static async Task UntilAsync(Func<bool> isSo, int seconds, Func<string> otherwise)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.That(watch.Elapsed.TotalSeconds, Is.LessThan(seconds), otherwise);
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }
    }
}
