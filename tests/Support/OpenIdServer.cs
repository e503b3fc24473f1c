using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace MediaGuard.Tests.Support;

/// <summary>A real OpenID provider (oidc-provider, from its npm package) on a port of its own. Whoever types a mail address there is that person; one with "unverified" in it was never verified.</summary>
public sealed partial class OpenIdServer : IAsyncDisposable
{
    public const string Client = "mediaguard";
    public const string Secret = "a secret of the tests";

    private const string Script = """
        import { Provider } from 'oidc-provider';
        const [port, back] = process.argv.slice(2);
        const provider = new Provider(`http://127.0.0.1:${port}`, {
          clients: [{ client_id: 'mediaguard', client_secret: 'a secret of the tests', redirect_uris: [back], token_endpoint_auth_method: 'client_secret_post' }],
          claims: { openid: ['sub'], email: ['email', 'email_verified'] },
          findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, email: id, email_verified: !id.includes('unverified') }) }),
          pkce: { required: () => true },
        });
        provider.listen(Number(port), '127.0.0.1', () => console.log('listening'));
        """;

    private readonly Process _process;

    private OpenIdServer(Process process, string authority)
    {
        _process = process;
        Authority = authority;
    }

    public string Authority { get; }

    /// <param name="back">The address the provider sends people back to.</param>
    /// <param name="port">A free port.</param>
    public static async Task<OpenIdServer> StartAsync(int port, string back, CancellationToken cancellationToken)
    {
        var folder = await NpmPackage.InstallAsync("oidc-provider", "8.8.1", cancellationToken);
        var script = Path.Combine(folder, "server.mjs");
        await File.WriteAllTextAsync(script, Script, cancellationToken);
        var start = new ProcessStartInfo("node", [script, port.ToString(CultureInfo.InvariantCulture), back]) { RedirectStandardOutput = true, RedirectStandardError = true };
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains("listening", StringComparison.Ordinal))
            {
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new OpenIdServer(process, $"http://127.0.0.1:{port}");
            }
        }

        throw new InvalidOperationException("The OpenID provider ended before it listened.");
    }

    /// <summary>Signs in at the provider as a browser would: types the mail address, agrees, and follows to the address the provider sends back to.</summary>
    /// <param name="challenge">Where the program sent the browser.</param>
    /// <returns>The address at the program, with the provider's answer in it.</returns>
    public async Task<Uri> SignInAsync(Uri challenge, string mail, CancellationToken cancellationToken)
    {
        using var handler = new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false };
        using var browser = new HttpClient(handler);
        var at = challenge;
        var answer = await browser.GetAsync(at, cancellationToken);
        for (var steps = 0; steps < 12; steps++)
        {
            if (answer.Headers.Location is { } location)
            {
                at = new Uri(at, location);
                if (!at.AbsoluteUri.StartsWith(Authority, StringComparison.Ordinal))
                {
                    return at;
                }

                answer = await browser.GetAsync(at, cancellationToken);
                continue;
            }

            var form = await answer.Content.ReadAsStringAsync(cancellationToken);
            var prompt = Prompt().Match(form).Groups[1].Value;
            using var fields = new FormUrlEncodedContent([new("prompt", prompt), new("login", mail), new("password", "any")]);
            answer = await browser.PostAsync(new Uri(at, Action().Match(form).Groups[1].Value), fields, cancellationToken);
        }

        throw new InvalidOperationException("The provider sent nobody back.");
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    [GeneratedRegex("name=\"prompt\" value=\"([a-z]+)\"")]
    private static partial Regex Prompt();

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}
