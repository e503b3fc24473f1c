using MediaGuard.Media;
using MediaGuard.Tests.Support;
using MediaGuard.Web.Tests;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser.Everybody;

/// <summary>Every page and state in a made-up language: nothing that is said to people stands in the code alone.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance), Category("Browser")]
public sealed class AnotherLanguageTests
{
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
                await (screen.Then?.Invoke(page) ?? Task.CompletedTask);
                await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
                wrong.AddRange((await OtherTongue.OutsideAsync(page)).Where(text => !IsData(text)).Select(text => $"{screen}: {text}"));
            }
        }

        Assert.That(wrong, Is.Empty, string.Join('\n', wrong));
    }

    private static bool IsData(string text) => false;
}
