using System.Text.RegularExpressions;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Tests;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>Every page and state in a made-up language: nothing that is said to people stands in the code alone.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance), Category("Browser")]
public sealed partial class AnotherLanguageTests
{
    // what the school calls its people, classes, channels and purposes, what somebody wrote, and names that are the same in every language
    private static readonly HashSet<string> Data =
    [
        "MediaGuard", "Seesaw", "Website", "Social media", "Press", "Display in school", "Video credits", "Test school", "Oak", "Elm", "Oak iPad", "S1", "Apple iPad (9th generation)",
        "Ali", "Ali Ashgrove", "Bea", "Bea Birchall", "Cem Cedarholt", "Dan Dogwood", "Eva Elderfield", "Parent One", "New Person", "Coded Person",
        "teacher", "elm-teacher", "office", "editor", "lead", "technician", "guest", "a worry", "Something small.", "drawer 2", "Number", "Surname", "Forename", "Form", "Web pictures?",
        .. Enum.GetNames<ReasonCode>(), "SIMS", "Arbor", "Bromcom", "ScholarPack", "SHA-256", "MIT", "Apache-2.0", "npm", "ultraface-rfb320", "blazeface-back", "sface-2021dec", "yunet-2023mar", "test@00000000",
    ];

    private readonly TempFolder folder = new();
    private Chromium? chromium;
    private Tour? tour;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        Words.Speak(OtherTongue.Read(folder));
        chromium = await Chromium.StartAsync();
        tour = await Tour.StartAsync();
    }

    [OneTimeTearDown]
    public async Task StopAsync()
    {
        Words.Speak(Translation.English);
        foreach (var one in new IAsyncDisposable?[] { chromium, tour })
        {
            await (one?.DisposeAsync() ?? default);
        }

        folder.Dispose();
    }

    [Test]
    public async Task Screens_InAnotherLanguage_SayNothingInEnglish()
    {
        var wrong = new List<string>();
        foreach (var who in Screens.All.GroupBy(s => s.Who))
        {
            await using var context = await chromium!.OpenAsync(tour!.Rig.Address.ToString());
            context.SetDefaultTimeout(20_000);
            var page = await context.NewPageAsync();
            if (who.Key != Screens.Nobody)
            {
                await EveryScreenTests.SignInAsync(page, SchoolRig.Mail(who.Key));
            }

            foreach (var screen in who)
            {
                await page.GotoAsync(tour.Fill(screen.Path));
                await page.EvaluateAsync(EveryScreenTests.OpenParts);
                await (screen.Then?.Invoke(page) ?? Task.CompletedTask);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                wrong.AddRange((await OtherTongue.OutsideAsync(page)).Where(text => !IsData(text)).Select(text => $"{screen}: {text}"));
            }
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    private static bool IsData(string text) => text.Split([" · ", ", ", "; "], StringSplitOptions.TrimEntries).Select(part => part.Trim(' ', '·', ',', ':', '–')).All(part => Data.Contains(part) || Technical().IsMatch(part) || IsDay(part));

    private static bool IsDay(string text) => text.Split(' ') is { Length: >= 2 } words && Words.Culture.DateTimeFormat.MonthGenitiveNames.Intersect(words).Any() && words.Any(w => int.TryParse(w, out _));

    // numbers and times, ids and digests, addresses, files, folders, commands, and codes of reasons in one word
    [GeneratedRegex(@"^(?:[\d :]*|[0-9a-f-]{32,}|\S+@\S+|https?://\S*|/\S+|[\w-]+\.\w{3}|mediaguard (?:backup|restore) .*|\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)+)$")]
    private static partial Regex Technical();
}
