using System.Net;
using MediaGuard.Tests.Support;
using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>One person at a screen of their own. What the browser complains of (scripts, policy) is kept.</summary>
internal sealed class Desk : IAsyncDisposable
{
    private static readonly (string Name, int Width, int Height)[] Screens = [("desktop", 1440, 900), ("ipad", 820, 1180)];

    // A picture that never comes shows as a grey tile; that is for whoever looks at the screens.
    private const string ImagesHaveCome = """
        async () => {
          const waits = () => [...document.images].some((i) => !i.complete && i.checkVisibility() && i.getBoundingClientRect().top < innerHeight);
          for (let i = 0; i < 100 && waits(); i++) await new Promise((done) => setTimeout(done, 50));
        }
        """;

    private readonly IBrowserContext context;
    private readonly List<string> complaints = [];

    private Desk(IBrowserContext context, IPage page)
    {
        this.context = context;
        Page = page;
        page.PageError += (_, error) => complaints.Add(error);
        page.Console += (_, message) =>
        {
            // an answer of 404 or 409 is the server's to give
            if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            {
                complaints.Add($"{message.Text} ({page.Url}, {message.Location})");
            }
        };
    }

    public IPage Page { get; }

    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>Nobody is signed in.</summary>
    public static async Task<Desk> OpenAsync(Chromium chromium, ServedDemo school)
    {
        var context = await chromium.OpenAsync(school.Address);
        context.SetDefaultTimeout(30_000);
        return new Desk(context, await context.NewPageAsync());
    }

    public static async Task<Desk> OpenAsync(Chromium chromium, ServedDemo school, string role)
    {
        var desk = await OpenAsync(chromium, school);
        await desk.SignInAsync(school.SignIns[role]);
        return desk;
    }

    /// <summary>As <see cref="OpenAsync(Chromium, ServedDemo)"/>, at another address that leads there.</summary>
    public static async Task<Desk> OpenAtAsync(Chromium chromium, string address)
    {
        var context = await chromium.OpenAsync(address);
        context.SetDefaultTimeout(30_000);
        return new Desk(context, await context.NewPageAsync());
    }

    /// <summary>As <see cref="OpenAsync(Chromium, ServedDemo)"/>, by the machine's name: a passkey belongs to a name, and an address of digits has none.</summary>
    public static async Task<Desk> OpenByNameAsync(Chromium chromium, ServedDemo school)
    {
        var context = await chromium.OpenAsync(school.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        context.SetDefaultTimeout(30_000);
        return new Desk(context, await context.NewPageAsync());
    }

    public async Task SignInAsync(SignIn who)
    {
        await Page.GotoAsync("/");
        await Page.GetByLabel("School e-mail address").FillAsync(who.Mail);
        await Page.GetByLabel("Password").FillAsync(who.Password);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(Page.GetByRole(AriaRole.Banner).GetByRole(AriaRole.Button, new() { Name = "Sign out" })).ToBeVisibleAsync();
    }

    /// <summary>What the server answers this person at an address.</summary>
    public async Task<HttpStatusCode> StatusOfAsync(string address) => (HttpStatusCode)(await context.APIRequest.GetAsync(address)).Status;

    /// <summary>Presses a key that says something of the picture, and waits until the page shows it.</summary>
    public async Task PressAsync(string key)
    {
        await Page.RunAndWaitForResponseAsync(() => Page.Keyboard.PressAsync(key), r => r.Request.Method == "POST");
        await Assertions.Expect(Page.Locator("form.busy")).ToHaveCountAsync(0);
    }

    /// <summary>Opens the oldest of the queue.</summary>
    public Task TurnToFirstAsync() => Page.GetByRole(AriaRole.Link, new() { Name = "Start with the oldest" }).ClickAsync();

    /// <summary>Leafs through the queue, forwards and then back, until the picture of that file is open.</summary>
    public async Task TurnToAsync(string file)
    {
        foreach (var (key, link) in new[] { ("j", "Next"), ("k", "Previous") })
        {
            for (; ; )
            {
                if ((await Page.Locator("figcaption").InnerTextAsync()).Contains(file, StringComparison.Ordinal))
                {
                    return;
                }

                if (await Page.GetByRole(AriaRole.Link, new() { Name = link }).CountAsync() == 0)
                {
                    break;
                }

                var before = Page.Url;
                await Page.Keyboard.PressAsync(key);
                await Assertions.Expect(Page).Not.ToHaveURLAsync(before);
            }
        }

        Assert.Fail($"The queue has no picture of {file}.");
    }

    /// <summary>Pictures of the page as it stands, on two screens, light and dark, in <c>artifacts/screens</c>.</summary>
    public async Task ShootAsync(string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(TestPaths.Root, "artifacts", "screens")).FullName;
        foreach (var (screen, width, height) in Screens)
        {
            await Page.SetViewportSizeAsync(width, height);
            await Page.EvaluateAsync(ImagesHaveCome);
            foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.{screen}.{scheme}.png".ToLowerInvariant()), Animations = ScreenshotAnimations.Disabled });
            }
        }

        await Page.SetViewportSizeAsync(Screens[0].Width, Screens[0].Height);
    }

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
