using System.Diagnostics;
using System.Globalization;
using MediaGuard.Bench.Pages;
using MediaGuard.Records;
using Microsoft.Playwright;

// What people wait for at a browser: from a decision to the next picture with 2,000 photos waiting, and for a day's page of 500 photos.
const int Waiting = 2000;
const int OfTheDay = 500;
var decisions = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 30;

var began = Stopwatch.GetTimestamp();
await using var school = await BenchSchool.StartAsync(real: (2 * decisions) + 24, inOak: OfTheDay, Waiting);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Waiting} photos wait, {OfTheDay} of them of one class and day (made in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s)"));
using var playwright = await Playwright.CreateAsync();
await using var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Args = ["--no-sandbox", "--disable-gpu"] });
var met = true;

await using (var context = await browser.NewContextAsync(new() { BaseURL = school.Address, ViewportSize = new() { Width = 1440, Height = 900 } }))
{
    var desk = new Desk(await context.NewPageAsync());
    await desk.SignInAsync(BenchSchool.Mail(SchoolRole.Teacher));
    foreach (var visit in new[] { "first visit", "second visit" })
    {
        var times = await desk.OpenAsync("/teacher");
        met &= Say($"teacher's page of {OfTheDay}, {visit}: its words in {times[0]:0} ms; the first screen whole", [times[1]], 1000);
    }
}

await using (var context = await browser.NewContextAsync(new() { BaseURL = school.Address, ViewportSize = new() { Width = 1440, Height = 900 } }))
{
    var desk = new Desk(await context.NewPageAsync());
    await desk.SignInAsync(BenchSchool.Mail(SchoolRole.Office));
    var times = await desk.OpenAsync("/office");
    Say($"the office's list of {Waiting}: its words in {times[0]:0} ms; the first screen whole", [times[1]], 1000);
    await desk.OpenQueueAsync();
    await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    met &= Say("from a decision to the next picture, sharp, looking at each for a second", await RunAsync(desk.DecideAsync, decisions, pause: 1000), 150);
    Say("the same, without looking at any", await RunAsync(desk.DecideAsync, decisions / 2, pause: 0), null);
    await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
    Say("turning to the next picture, a second each", await RunAsync(desk.TurnAsync, decisions / 2, pause: 1000), null);
}

return met ? 0 : 1;

static async Task<List<double>> RunAsync(Func<Task<double>> act, int times, int pause)
{
    var taken = new List<double>();
    for (var i = 0; i < times; i++)
    {
        taken.Add(await act());
        await Task.Delay(TimeSpan.FromMilliseconds(pause), TimeProvider.System);
    }

    return taken.TrueForAll(t => t > 0) ? taken : throw new InvalidOperationException("A picture did not come.");
}

static bool Say(string what, IReadOnlyList<double> taken, double? limit)
{
    var sorted = taken.Order().ToList();
    var median = sorted[sorted.Count / 2];
    var isMet = limit is null || median <= limit;
    var spread = sorted.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (median of {sorted.Count}; nine in ten within {sorted[(int)((sorted.Count - 1) * 0.9)]:0} ms)");
    var judged = limit is null ? "" : string.Create(CultureInfo.InvariantCulture, $": at most {limit:0} ms {(isMet ? "met" : "NOT MET")}");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {median:0} ms{spread}{judged}"));
    return isMet;
}
