using Microsoft.Playwright;

namespace MediaGuard.Journeys.Tests.Browser;

/// <summary>An authenticator the browser plays itself (WebAuthn Automation): makes and keeps passkeys, and always says the right person is there.</summary>
internal sealed class VirtualAuthenticator : IAsyncDisposable
{
    private readonly ICDPSession session;

    private VirtualAuthenticator(ICDPSession session) => this.session = session;

    public static async Task<VirtualAuthenticator> AddAsync(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync("WebAuthn.addVirtualAuthenticator", new Dictionary<string, object>
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new(session);
    }

    public async ValueTask DisposeAsync() => await session.DetachAsync();
}
