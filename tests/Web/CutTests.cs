using System.Diagnostics;
using System.Net;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Publications;
using MediaGuard.Records.Register;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A download that is under way when a family says no breaks off; one that is not touched ends whole.</summary>
public sealed class CutTests
{
    private const int Side = 2000;

    [Test]
    [Property("Requirement", "C5")]
    public async Task Download_WithdrawnHalfway_BreaksOff([Values] bool withdrawn)
    {
        await using var rig = await SchoolRig.StartAsync();
        var media = await rig.TakeAsync("Elm/big.png", DrawnPicture.Noise(Side));
        await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
            rig.School,
            new UserId(Guid.CreateVersion7()),
            [
                new(AttestationKind.AskedFor) { Media = media, Channel = ChannelId.Website },
                new(AttestationKind.Absent) { Media = media, Person = rig.Eva },
                new(AttestationKind.NobodyFromOutside) { Media = media },
            ],
            default);
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.Verdict, Is.EqualTo(Verdict.Cleared));

        using var answer = await (await rig.AsAsync(SchoolRole.Editor)).PostUnreadAsync("/editor?handler=One", [new("id", media.ToString())], "/editor");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        await using var body = await answer.Content.ReadAsStreamAsync();
        var some = new byte[4096];
        await body.ReadExactlyAsync(some);
        if (withdrawn)
        {
            await rig.Services.GetRequiredService<IRegisterBook>().RefuseAsync(rig.School, rig.Dan, [new PurposeId("website")], "link", "", null, default);
        }

        await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System);
        var (read, whole) = await ReadAsync(body);
        TestContext.Out.WriteLine($"{read + some.Length} bytes of {answer.Content.Headers.ContentLength}");
        Assert.That(whole, Is.EqualTo(!withdrawn));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task Download_WithdrawnWhileTheCopyIsFitted_NeverBegins([Values] bool byToken)
    {
        var decoder = new InterruptedDecoder();
        await using var rig = await SchoolRig.StartAsync(services => services.AddSingleton<IPixelDecoder>(decoder));
        var media = await rig.TakeClearedAsync("some", 400);
        var token = await rig.Services.GetRequiredService<ITokenBook>().MakeAsync(rig.School, "CMS", Instant.Now(TimeProvider.System) + TimeSpan.FromDays(1), new UserId(Guid.CreateVersion7()), default);
        using var system = new HttpClient { BaseAddress = rig.Address, DefaultRequestHeaders = { Authorization = new("Bearer", token.Token) } };
        var editor = await rig.AsAsync(SchoolRole.Editor);
        decoder.Meanwhile = rig.WithdrawAsync;
        using var answer = byToken
            ? await system.GetAsync(new Uri($"/api/website/pictures/{media}/web", UriKind.Relative))
            : await editor.PostAsync("/editor?handler=One", [new("id", media.ToString())], "/editor");
        Assert.That(answer.StatusCode, Is.EqualTo(byToken ? HttpStatusCode.NotFound : HttpStatusCode.Conflict));
        Assert.That(answer.Content.Headers.ContentType?.MediaType, Is.Not.EqualTo("image/jpeg"));
        Assert.That(
            await rig.Services.GetRequiredService<IPublicationBook>().TakeDownsAsync(rig.School, ChannelId.Website, null, default), Is.Empty, "nobody has anything to take down");
    }

    private static async Task<(long Read, bool Whole)> ReadAsync(Stream body)
    {
        var read = 0L;
        var buffer = new byte[1 << 16];
        try
        {
            int count;
            while ((count = await body.ReadAsync(buffer)) > 0)
            {
                read += count;
            }

            return (read, true);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            return (read, false);
        }
    }
}
