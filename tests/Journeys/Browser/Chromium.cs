using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>The distribution's own Chromium. Ignores the test when it is not installed.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Program = "/usr/bin/chromium";

    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        this.playwright = playwright;
        this.browser = browser;
    }

    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Program))
        {
            Assert.Ignore("Chromium is not installed (Debian: apt-get install chromium).");
        }

        var playwright = await Playwright.CreateAsync();
        return new Chromium(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program, Args = Arguments }));
    }

    /// <summary>A browser of somebody's own: no cookie, no history; 1440 × 900, British English, in the school's zone.</summary>
    public Task<IBrowserContext> OpenAsync(string address) => browser.NewContextAsync(new()
    {
        BaseURL = address,
        AcceptDownloads = true,
        Locale = "en-GB",
        TimezoneId = "Europe/London",
        ViewportSize = new() { Width = 1440, Height = 900 },
    });

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
