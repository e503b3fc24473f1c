using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Publications;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>What the website's content system gets by its token, and what it does not.</summary>
public sealed class WebsiteApiTests
{
    private const string Root = "/api/website";
    private static readonly UserId Maker = new(Guid.CreateVersion7());

    [Test]
    [Property("Requirement", "A8")]
    public async Task Token_OfEachState_OpensOrSaysWhyNot()
    {
        var clock = new LaterClock();
        await using var rig = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock), ("Website:WrongTokensPerMinute", "1000"));
        var book = rig.Services.GetRequiredService<ITokenBook>();
        var open = await MakeAsync(rig, TimeSpan.FromDays(10));
        var (short1, revoked) = (await MakeAsync(rig, TimeSpan.FromDays(1)), await MakeAsync(rig, TimeSpan.FromDays(10)));
        Assert.That(await book.RevokeAsync(rig.School, revoked.Id, Maker, default), Is.True);
        Assert.That(await book.RevokeAsync(rig.School, revoked.Id, Maker, default), Is.False);
        clock.Offset = TimeSpan.FromDays(2);
        foreach (var (token, status, error) in new (string?, HttpStatusCode, string)[]
        {
            (open.Token, HttpStatusCode.OK, ""),
            (null, HttpStatusCode.Unauthorized, "no_token"),
            ("", HttpStatusCode.Unauthorized, "no_token"),
            (open.Token[..^1], HttpStatusCode.Unauthorized, "wrong_token"),
            (open.Token.ToUpperInvariant(), HttpStatusCode.Unauthorized, "wrong_token"),
            ("mgw_" + new string('A', 43), HttpStatusCode.Unauthorized, "wrong_token"),
            (short1.Token, HttpStatusCode.Unauthorized, "expired_token"),
            (revoked.Token, HttpStatusCode.Unauthorized, "revoked_token"),
        })
        {
            foreach (var path in new[] { "/pictures", $"/pictures/{rig.ElmPhoto}", $"/pictures/{rig.ElmPhoto}/web", "/take-downs", "/elsewhere" })
            {
                using var answer = await AskAsync(rig, token, HttpMethod.Get, Root + path);
                if (status == HttpStatusCode.OK)
                {
                    Assert.That(answer.StatusCode, Is.Not.EqualTo(HttpStatusCode.Unauthorized), path);
                    continue;
                }

                Assert.That(answer.StatusCode, Is.EqualTo(status), path);
                Assert.That(await ErrorAsync(answer), Is.EqualTo(error), path);
                Assert.That(answer.Headers.WwwAuthenticate.Single().Scheme, Is.EqualTo("Bearer"));
                Assert.That(answer.Headers.CacheControl?.NoStore, Is.True);
            }
        }

        var line = (await book.ListAsync(rig.School, default)).Single(t => t.Id == open.Id);
        Assert.That((line.Standing, line.LastUsedAt is not null), Is.EqualTo((TokenStanding.Open, true)));
        Assert.That((await book.ListAsync(rig.School, default)).Single(t => t.Id == short1.Id).LastUsedAt, Is.Null);
    }

    [Test]
    public async Task Token_OpensNoPageAndNoSignInOpensTheApi()
    {
        await using var rig = await SchoolRig.StartAsync();
        var token = (await MakeAsync(rig, TimeSpan.FromDays(1))).Token;
        foreach (var path in new[] { "/editor", "/editor/take-downs", "/tokens", "/office", $"/pictures/{rig.ElmPhoto}/view" })
        {
            using var answer = await AskAsync(rig, token, HttpMethod.Get, path);
            Assert.That(answer.StatusCode, Is.EqualTo(path.StartsWith("/pictures", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Found), path);
        }

        using var signedIn = await (await rig.AsAsync(SchoolRole.Editor)).GetAsync(Root + "/pictures");
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Token_IsShownOnceAndKeptOnlyAsAHash()
    {
        await using var rig = await SchoolRig.StartAsync();
        var lead = await rig.AsAsync(SchoolRole.Lead);
        foreach (var (name, until, says) in new[] { ("", rig.DayText, "Say what the token is for"), ("CMS", "", "last day"), ("CMS", "2020-01-01", "over already"), ("CMS", "2099-01-01", "little more than a year") })
        {
            using var refused = await lead.PostAsync("/tokens?handler=Make", [new("name", name), new("until", until)], "/tokens");
            Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("No token was made").And.Contain(says));
        }

        using var made = await lead.PostAsync("/tokens?handler=Make", [new("name", "The CMS"), new("until", rig.DayText)], "/tokens");
        var token = (await made.Content.ReadAsStringAsync()).Split("<p class=\"secret\"><code>")[1].Split('<')[0];
        Assert.That(token, Does.Match("^mgw_[A-Za-z0-9_-]{43}$"));
        using (var answer = await AskAsync(rig, token, HttpMethod.Get, Root + "/pictures"))
        {
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), "it works on its last day");
        }

        var page = await (await rig.AsAsync(SchoolRole.Technician)).ReadAsync("/tokens");
        Assert.That(page, Does.Contain("The CMS").And.Not.Contain(token));
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(rig.Data, "mediaguard.db*"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.That(bytes.ToArray().AsSpan().IndexOf(Encoding.ASCII.GetBytes(token)), Is.LessThan(0), Path.GetFileName(file));
        }

        var id = page.Split("name=\"token\" value=\"")[1].Split('"')[0];
        using var ended = await lead.PostAsync("/tokens?handler=Revoke", [new("token", id)], "/tokens");
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        using (var answer = await AskAsync(rig, token, HttpMethod.Get, Root + "/pictures"))
        {
            Assert.That(await ErrorAsync(answer), Is.EqualTo("revoked_token"), "at once");
        }

        var trail = rig.Services.GetRequiredService<IAuditTrail>();
        foreach (var act in new[] { "website-token-made", "website-token-revoked" })
        {
            Assert.That((await trail.SearchAsync(rig.School, new AuditQuestion(act, null, null, null), 10, default)).Select(l => l.Actor), Has.One.Not.Null, act);
        }
    }

    [Test]
    public async Task Pictures_ListedFetchedUsedAndTakenDown()
    {
        await using var rig = await SchoolRig.StartAsync();
        var large = await rig.TakeClearedAsync("large", 1700);
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        using (var caption = await editor.PostAsync($"/editor/picture/{large}?handler=Caption", [new("text", "Sports day"), new("alt", "A field")], $"/editor/picture/{large}"))
        {
            Assert.That(caption.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        }

        var token = (await MakeAsync(rig, TimeSpan.FromDays(1))).Token;
        var first = await ReadAsync(rig, token, Root + "/pictures?limit=1");
        var second = await ReadAsync(rig, token, first.GetProperty("next").GetString()!);
        Assert.That(second.GetProperty("next").ValueKind, Is.EqualTo(JsonValueKind.Null));
        var all = first.GetProperty("pictures").EnumerateArray().Concat(second.GetProperty("pictures").EnumerateArray()).ToDictionary(p => p.GetProperty("id").GetString()!);
        Assert.That(all.Keys, Is.EquivalentTo(new[] { large.ToString(), rig.ElmPhoto.ToString() }));
        var picture = all[large.ToString()];
        Assert.That((picture.GetProperty("caption").GetString(), picture.GetProperty("alt").GetString(), picture.GetProperty("captionWithheld").GetBoolean()), Is.EqualTo(("Sports day", "A field", false)));

        var web = picture.GetProperty("sizes").GetProperty("web");
        Assert.That((web.GetProperty("width").GetInt32(), web.GetProperty("height").GetInt32()), Is.EqualTo((1600, 1600)));
        using (var bytes = await AskAsync(rig, token, HttpMethod.Get, web.GetProperty("href").GetString()!))
        {
            Assert.That(bytes.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/jpeg"));
            Assert.That(bytes.Headers.CacheControl?.NoStore, Is.True);
            Assert.That(bytes.Headers.ETag?.ToString(), Is.EqualTo(web.GetProperty("etag").GetString()));
            Assert.That(rig.Services.GetRequiredService<IPixelDecoder>().Decode(await bytes.Content.ReadAsByteArrayAsync()).Width, Is.EqualTo(1600));
            using var same = await AskAsync(rig, token, HttpMethod.Get, web.GetProperty("href").GetString()!, etag: bytes.Headers.ETag);
            Assert.That((same.StatusCode, (await same.Content.ReadAsByteArrayAsync()).Length), Is.EqualTo((HttpStatusCode.NotModified, 0)));
        }

        var uses = $"{Root}/pictures/{large}/addresses";
        foreach (var (body, status, error) in new[]
        {
            ("{\"address\":\"https://www.school.example/news\"}", HttpStatusCode.OK, ""),
            ("{\"address\":\"https://www.school.example/news\"}", HttpStatusCode.OK, ""),
            ("{\"address\":\"nowhere\"}", HttpStatusCode.BadRequest, "bad_address"),
            ("{}", HttpStatusCode.BadRequest, "bad_address"),
            ("{\"address\":3}", HttpStatusCode.BadRequest, "bad_body"),
            ("not json", HttpStatusCode.BadRequest, "bad_body"),
        })
        {
            using var answer = await AskAsync(rig, token, HttpMethod.Post, uses, body);
            Assert.That(answer.StatusCode, Is.EqualTo(status), body);
            Assert.That(status == HttpStatusCode.OK ? "" : await ErrorAsync(answer), Is.EqualTo(error), body);
        }

        using (var never = await AskAsync(rig, token, HttpMethod.Post, $"{Root}/pictures/{rig.ElmPhoto}/addresses", "{\"address\":\"https://www.school.example/news\"}"))
        {
            Assert.That(await ErrorAsync(never), Is.EqualTo("no_copy"));
        }

        Assert.That((await ReadAsync(rig, token, Root + "/take-downs")).GetProperty("takeDowns").GetArrayLength(), Is.Zero);
        await rig.WithdrawAsync();
        Assert.That((await ReadAsync(rig, token, Root + "/pictures")).GetProperty("pictures").GetArrayLength(), Is.Zero);
        foreach (var path in new[] { $"{Root}/pictures/{large}", web.GetProperty("href").GetString()! })
        {
            using var gone = await AskAsync(rig, token, HttpMethod.Get, path);
            Assert.That((gone.StatusCode, await ErrorAsync(gone)), Is.EqualTo((HttpStatusCode.NotFound, "not_cleared")), path);
            Assert.That(gone.Headers.ETag, Is.Null);
        }

        var down = (await ReadAsync(rig, token, Root + "/take-downs")).GetProperty("takeDowns").EnumerateArray().Single();
        Assert.That((down.GetProperty("picture").GetString(), down.GetProperty("overdue").GetBoolean()), Is.EqualTo((large.ToString(), false)));
        Assert.That(down.GetProperty("addresses").EnumerateArray().Select(a => a.GetString()), Is.EqualTo(new[] { "https://www.school.example/news" }));
        await rig.DrainAsync();
        Assert.That(await rig.StatesAsync(large), Is.EqualTo(new[] { ReleaseState.Recalling }));

        var other = (await MakeAsync(rig, TimeSpan.FromDays(1))).Token;
        Assert.That((await ReadAsync(rig, other, Root + "/take-downs")).GetProperty("takeDowns").GetArrayLength(), Is.Zero, "each confirms its own");
        var removed = $"{Root}/take-downs/{down.GetProperty("id").GetString()}/removed";
        using (var others = await AskAsync(rig, other, HttpMethod.Post, removed))
        {
            Assert.That(await ErrorAsync(others), Is.EqualTo("nothing_to_take_down"));
        }

        using (var done = await AskAsync(rig, token, HttpMethod.Post, removed))
        {
            Assert.That(done.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        using (var twice = await AskAsync(rig, token, HttpMethod.Post, removed))
        {
            Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That((await ReadAsync(rig, token, Root + "/take-downs")).GetProperty("takeDowns").GetArrayLength(), Is.Zero);
        var actor = (await rig.Services.GetRequiredService<IAuditTrail>().SearchAsync(rig.School, new AuditQuestion("taken-down", null, null, null), 10, default)).Single().Actor;
        var names = await rig.Services.GetRequiredService<IAuditTrail>().NamesAsync(rig.School, [actor!.Value.ToString()], default);
        Assert.That(names.Values, Is.EqualTo(new[] { "CMS" }), "the log names the content system");
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Bytes_WithdrawnHalfway_BreakOff([Values] bool withdrawn)
    {
        await using var rig = await SchoolRig.StartAsync();
        var media = await rig.TakeClearedAsync("big", 2000);
        var token = (await MakeAsync(rig, TimeSpan.FromDays(1))).Token;
        using var http = new HttpClient { BaseAddress = rig.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{Root}/pictures/{media}/print") { Headers = { Authorization = new("Bearer", token) } };
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await using var body = await answer.Content.ReadAsStreamAsync();
        var read = (long)await body.ReadAtLeastAsync(new byte[4096], 4096);
        if (withdrawn)
        {
            await rig.WithdrawAsync();
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        try
        {
            var buffer = new byte[1 << 16];
            for (int count; (count = await body.ReadAsync(buffer)) > 0;)
            {
                read += count;
            }
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            TestContext.Out.WriteLine($"cut after {read} of {answer.Content.Headers.ContentLength} bytes");
        }

        Assert.That(read == answer.Content.Headers.ContentLength, Is.EqualTo(!withdrawn));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Bytes_KnownFromAnotherToken_AreHandedOutAndMustComeDown()
    {
        await using var rig = await SchoolRig.StartAsync();
        var media = await rig.TakeClearedAsync("some", 400);
        var (one, other) = ((await MakeAsync(rig, TimeSpan.FromDays(1))).Token, (await MakeAsync(rig, TimeSpan.FromDays(1))).Token);
        var path = $"{Root}/pictures/{media}/web";
        EntityTagHeaderValue? etag = null;
        foreach (var (token, status) in new[] { (one, HttpStatusCode.OK), (one, HttpStatusCode.NotModified), (other, HttpStatusCode.OK), (other, HttpStatusCode.NotModified) })
        {
            using var answer = await AskAsync(rig, token, HttpMethod.Get, path, etag: etag);
            Assert.That((answer.StatusCode, answer.Headers.ETag is not null), Is.EqualTo((status, true)));
            etag = answer.Headers.ETag;
        }

        await rig.WithdrawAsync();
        foreach (var token in new[] { one, other })
        {
            Assert.That((await ReadAsync(rig, token, Root + "/take-downs")).GetProperty("takeDowns").GetArrayLength(), Is.EqualTo(1));
            using var gone = await AskAsync(rig, token, HttpMethod.Get, path, etag: etag);
            Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }
    }

    [Test]
    public async Task Traffic_OverTheLimit_IsToldToWait()
    {
        await using var rig = await SchoolRig.StartAsync(("Website:RequestsPerMinute", "3"), ("Website:WrongTokensPerMinute", "2"));
        var (one, other) = ((await MakeAsync(rig, TimeSpan.FromDays(1))).Token, (await MakeAsync(rig, TimeSpan.FromDays(1))).Token);
        List<(HttpStatusCode, string?)> answers = [];
        foreach (var token in new[] { one, one, one, one, other, "wrong", "wrong", "wrong", other })
        {
            using var answer = await AskAsync(rig, token, HttpMethod.Get, Root + "/take-downs");
            answers.Add((answer.StatusCode, answer.Headers.RetryAfter?.ToString()));
            Assert.That(answer.StatusCode != HttpStatusCode.TooManyRequests || await ErrorAsync(answer) == "too_many_requests");
        }

        var (ok, no, wait) = ((HttpStatusCode.OK, (string?)null), (HttpStatusCode.Unauthorized, (string?)null), (HttpStatusCode.TooManyRequests, (string?)"60"));
        Assert.That(answers, Is.EqualTo(new[] { ok, ok, ok, wait, ok, no, no, wait, ok }));
    }

    [Test]
    public async Task Token_OfAnotherSchool_SeesNothingOfThisOne()
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        var other = await rig.Services.GetRequiredService<ISchoolBooks>().MakeAsync("Another", "Europe/London", "", StandardPolicy.Document, default);
        var token = (await rig.Services.GetRequiredService<ITokenBook>().MakeAsync(other, "CMS", Instant.Now(TimeProvider.System) + TimeSpan.FromDays(1), Maker, default)).Token;
        Assert.That((await ReadAsync(rig, token, Root + "/pictures")).GetProperty("pictures").GetArrayLength(), Is.Zero);
        foreach (var (method, path, error) in new[]
        {
            (HttpMethod.Get, $"{Root}/pictures/{rig.ElmPhoto}", "not_cleared"), (HttpMethod.Get, $"{Root}/pictures/{rig.ElmPhoto}/web", "not_cleared"),
            (HttpMethod.Post, $"{Root}/pictures/{rig.ElmPhoto}/addresses", "no_copy"),
        })
        {
            using var answer = await AskAsync(rig, token, method, path, method == HttpMethod.Post ? "{\"address\":\"https://www.school.example/\"}" : null);
            Assert.That((answer.StatusCode, await ErrorAsync(answer)), Is.EqualTo((HttpStatusCode.NotFound, error)), path);
        }

        Assert.That(await rig.Services.GetRequiredService<ITokenBook>().ListAsync(rig.School, default), Is.Empty);
    }

    [Test]
    [Property("Requirement", "G11")]
    public async Task Api_InTheClearFromElsewhere_IsRefusedAndLeadsNowhere()
    {
        await using var rig = await SchoolRig.StartAsync();
        using var client = rig.Anonymous();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Root + "/pictures", UriKind.Relative)) { Headers = { Host = "photos.school.example" } };
        using var answer = await client.SendAsync(request);
        Assert.That((answer.StatusCode, answer.Headers.Location), Is.EqualTo((HttpStatusCode.Forbidden, (Uri?)null)));
    }

    [TestCase("/pictures?limit=0", HttpStatusCode.BadRequest, "bad_question")]
    [TestCase("/pictures?limit=501", HttpStatusCode.BadRequest, "bad_question")]
    [TestCase("/pictures?after=x", HttpStatusCode.BadRequest, "bad_question")]
    [TestCase("/pictures/00000000-0000-0000-0000-000000000001", HttpStatusCode.NotFound, "not_cleared")]
    [TestCase("/pictures/00000000-0000-0000-0000-000000000001/huge", HttpStatusCode.NotFound, "bad_question")]
    [TestCase("/nothing", HttpStatusCode.NotFound, "not_there")]
    public async Task Question_ThatIsWrong_IsAnsweredInPlainJson(string path, HttpStatusCode status, string error)
    {
        await using var rig = await SchoolRig.StartAsync();
        using var answer = await AskAsync(rig, (await MakeAsync(rig, TimeSpan.FromDays(1))).Token, HttpMethod.Get, Root + path);
        Assert.That((answer.StatusCode, await ErrorAsync(answer)), Is.EqualTo((status, error)));
    }

    private static Task<NewToken> MakeAsync(SchoolRig rig, TimeSpan lasts) =>
        rig.Services.GetRequiredService<ITokenBook>().MakeAsync(rig.School, "CMS", Instant.Now(TimeProvider.System) + lasts, Maker, default);

    private static async Task<HttpResponseMessage> AskAsync(SchoolRig rig, string? token, HttpMethod method, string path, string? body = null, EntityTagHeaderValue? etag = null)
    {
        using var client = rig.Anonymous();
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json") };
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + token);
        }

        if (etag is not null)
        {
            request.Headers.IfNoneMatch.Add(etag);
        }

        return await client.SendAsync(request);
    }

    private static async Task<JsonElement> ReadAsync(SchoolRig rig, string token, string path)
    {
        using var answer = await AskAsync(rig, token, HttpMethod.Get, path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        Assert.That((answer.Headers.CacheControl?.NoStore, answer.Headers.ETag is not null), Is.EqualTo(((bool?)true, true)), path);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<string?> ErrorAsync(HttpResponseMessage answer)
    {
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/json"));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.That(problem.GetProperty("says").GetString(), Is.Not.Empty);
        return problem.GetProperty("error").GetString();
    }
}
