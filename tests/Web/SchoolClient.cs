using System.Net;
using System.Text.RegularExpressions;

namespace MediaGuard.Web.Tests;

/// <summary>A browser without scripts: keeps cookies, follows no redirect by itself, takes form tokens from pages.</summary>
internal sealed partial class SchoolClient : IDisposable
{
    private readonly HttpClient http;

    public SchoolClient(Uri address)
    {
        Cookies = new CookieContainer();
#pragma warning disable CA2000 // the client owns its handler
        http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
#pragma warning restore CA2000
    }

    public CookieContainer Cookies { get; }

    public Task<HttpResponseMessage> GetAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => http.SendAsync(request);

    public async Task<string> ReadAsync(string path) => await (await GetAsync(path)).Content.ReadAsStringAsync();

    /// <param name="headers">Headers that go with it.</param>
    public async Task<HttpResponseMessage> SignInAsync(string mail, string password, params (string Name, string Value)[] headers)
    {
        var token = Token().Match(await ReadAsync("/sign-in")).Groups[1].Value;
        using var content = new FormUrlEncodedContent([new("email", mail), new("password", password), new("__RequestVerificationToken", token)]);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await http.SendAsync(request);
    }

    /// <param name="tokenFrom">A page whose form token is sent along, and which doubts it shows; null sends none.</param>
    public Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? tokenFrom = "/sign-out") =>
        PostAsync(path, fields, tokenFrom, HttpCompletionOption.ResponseContentRead);

    /// <summary>Posts, and returns once the answer has begun.</summary>
    public Task<HttpResponseMessage> PostUnreadAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? tokenFrom) =>
        PostAsync(path, fields, tokenFrom, HttpCompletionOption.ResponseHeadersRead);

    private async Task<HttpResponseMessage> PostAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, string? tokenFrom, HttpCompletionOption until)
    {
        var sent = fields.ToList();
        if (tokenFrom is not null)
        {
            var page = await GetAsync(tokenFrom);
            for (var hops = 0; page.Headers.Location is { } to && hops < 3; hops++)
            {
                page = await GetAsync(to.IsAbsoluteUri ? to.PathAndQuery : to.ToString());
            }

            var text = await page.Content.ReadAsStringAsync();
            sent.Add(new("__RequestVerificationToken", Token().Match(text).Groups[1].Value));
            sent.AddRange(Shown().Matches(text).Select(m => KeyValuePair.Create(m.Groups[1].Value, m.Groups[2].Value)).Where(f => sent.TrueForAll(s => s.Key != f.Key)));
        }

        using var content = new FormUrlEncodedContent(sent);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative)) { Content = content };
        return await http.SendAsync(request, until);
    }

    /// <summary>Sends a file with the form of a page.</summary>
    public Task<HttpResponseMessage> UploadAsync(string path, string field, string name, byte[] bytes) => UploadAsync(path, path, field, [(name, bytes)]);

    /// <summary>Sends several files in one field, with the form of another page.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, string tokenFrom, string field, IEnumerable<(string Name, byte[] Bytes)> files)
    {
        var token = Token().Match(await ReadAsync(tokenFrom)).Groups[1].Value;
        using var content = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
#pragma warning disable CA2000 // the form owns its parts
            content.Add(new ByteArrayContent(bytes), field, name);
#pragma warning restore CA2000
        }

        return await http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"(shown\\[[^\"]+\\])\" value=\"([^\"]*)\"")]
    private static partial Regex Shown();
}
