using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using MediaGuard.Media;

namespace MediaGuard.Web.Tests;

/// <summary>Sends photos as the upload page's script does, one request at a time.</summary>
internal sealed partial class UploadBrowser
{
    private readonly SchoolClient client;
    private readonly string token;

    private UploadBrowser(SchoolClient client, string token)
    {
        this.client = client;
        this.token = token;
    }

    public static async Task<UploadBrowser> OpenAsync(SchoolRig rig, string who)
    {
        var client = await rig.AsAsync(who);
        return new UploadBrowser(client, Token().Match(await client.ReadAsync("/upload")).Groups[1].Value);
    }

    public Task<string> ReadAsync(string path) => client.ReadAsync(path);

    /// <param name="length">What is said of its length, where that is not the truth.</param>
    public async Task<HttpResponseMessage> BeginAsync(GroupId group, string name, byte[] photo, long? length = null)
    {
        using var request = Request(HttpMethod.Post, "/uploads", token: true);
        request.Headers.Add("Upload-Length", (length ?? photo.Length).ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("Upload-Metadata", $"filename {Base64(name)},class {Base64(group.ToString())},sha256 {Base64(Digest(photo))}");
        return await client.SendAsync(request);
    }

    public async Task<HttpResponseMessage> SendAsync(string address, long offset, byte[] piece, bool token = true)
    {
        using var request = Request(HttpMethod.Patch, address, token);
        request.Headers.Add("Upload-Offset", offset.ToString(CultureInfo.InvariantCulture));
        request.Content = new ByteArrayContent(piece);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/offset+octet-stream");
        return await client.SendAsync(request);
    }

    /// <summary>Null when there is no such upload.</summary>
    public async Task<long?> OffsetAsync(string address)
    {
        using var request = Request(HttpMethod.Head, address, token: false);
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK ? long.Parse(answer.Headers.GetValues("Upload-Offset").Single(), CultureInfo.InvariantCulture) : null;
    }

    public async Task<HttpResponseMessage> DropAsync(string address)
    {
        using var request = Request(HttpMethod.Delete, address, token: true);
        return await client.SendAsync(request);
    }

    public async Task<(string? Address, bool Done)> KnownAsync(GroupId group, byte[] photo)
    {
        using var request = Request(HttpMethod.Post, "/uploads/known", token: true);
        request.Content = new StringContent($"{{\"class\":\"{group}\",\"sha256\":\"{Digest(photo)}\"}}", Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return (json.RootElement.GetProperty("address").GetString(), json.RootElement.GetProperty("done").GetBoolean());
    }

    /// <summary>Begins and sends at once.</summary>
    public async Task<HttpStatusCode> WholeAsync(GroupId group, string name, byte[] photo)
    {
        using var begun = await BeginAsync(group, name, photo);
        using var sent = await SendAsync(begun.Headers.Location!.ToString(), 0, photo);
        return sent.StatusCode;
    }

    public Task<HttpResponseMessage> FormAsync(GroupId group, params (string Name, byte[] Bytes)[] files) => FormAsync(group, token: true, files);

    /// <summary>The page's form, sent without scripts.</summary>
    public async Task<HttpResponseMessage> FormAsync(GroupId group, bool token, params (string Name, byte[] Bytes)[] files)
    {
        using var content = new MultipartFormDataContent { { new StringContent(token ? this.token : ""), "__RequestVerificationToken" } };
        foreach (var (name, bytes) in files)
        {
#pragma warning disable CA2000 // the form owns its parts
            content.Add(new ByteArrayContent(bytes), "files", name);
#pragma warning restore CA2000
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/uploads/form?class={group}", UriKind.Relative)) { Content = content };
        return await client.SendAsync(request);
    }

    private HttpRequestMessage Request(HttpMethod method, string address, bool token)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative));
        request.Headers.Add("Tus-Resumable", "1.0.0");
        if (token)
        {
            request.Headers.Add("RequestVerificationToken", this.token);
        }

        return request;
    }

    private static string Digest(byte[] photo) => Convert.ToHexStringLower(SHA256.HashData(photo));

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
