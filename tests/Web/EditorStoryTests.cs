using System.IO.Compression;
using System.Net;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Journey.Mail;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>What the editor downloads, where it is used, and how it comes down.</summary>
public sealed class EditorStoryTests
{
    private const int Side = 2000;

    [Test]
    [Property("Requirement", "M1")]
    public async Task Sizes_WebAndPrint_AreNeverLargerThanThePictureAndHoldOnlyPixels()
    {
        await using var rig = await SchoolRig.StartAsync();
        using var folder = new TempFolder();
        var large = await rig.TakeClearedAsync("large", Side);
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        foreach (var (media, size, longer) in new[] { (large, "web", 1600), (large, "print", Side), (rig.ElmPhoto, "web", 96), (rig.ElmPhoto, "print", 96) })
        {
            using var answer = await editor.PostAsync($"/editor?handler=One&id={media}", [new("size", size)], "/editor");
            Assert.That(answer.Content.Headers.ContentDisposition?.FileName, Does.Match("^[0-9a-f]{32}\\.jpg$"));
            var jpeg = await answer.Content.ReadAsByteArrayAsync();
            var pixels = rig.Services.GetRequiredService<IPixelDecoder>().Decode(jpeg);
            Assert.That(Math.Max(pixels.Width, pixels.Height), Is.EqualTo(longer), size);
            var file = folder.At(size + longer + ".jpg");
            await File.WriteAllBytesAsync(file, jpeg);
            Assert.That(OnlyPixels.LeftoversIn(file), Is.Empty, size);
        }
    }

    [Test]
    public async Task Zip_WithCaptions_CarriesThemBesideTheFilesTheyBelongTo()
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        var path = $"/editor/picture/{rig.ElmPhoto}";
        using var saved = await editor.PostAsync(path + "?handler=Caption", [new("text", "=Sports \"day\""), new("alt", "A field")], path);
        Assert.That(saved.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        using var answer = await editor.PostAsync("/editor?handler=Zip", [new("chosen", rig.ElmPhoto.ToString()), new("size", "web")], "/editor");
        await using var zip = new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
        var picture = zip.Entries.Single(e => e.Name.EndsWith(".jpg", StringComparison.Ordinal));
        using var sheet = new StreamReader(await zip.GetEntry("captions.csv")!.OpenAsync());
        Assert.That(await sheet.ReadToEndAsync(), Is.EqualTo($"file,description,caption\r\n\"{picture.Name}\",\"A field\",\"'=Sports \"\"day\"\"\"\r\n"));
    }

    [TestCase("", "missing")]
    [TestCase("www.school.example/news", "begins with https://")]
    [TestCase("javascript:alert(1)", "begins with https://")]
    [TestCase("ftp://school.example/a", "begins with https://")]
    [TestCase("https://me:secret@school.example/", "user name or password")]
    [TestCase("https://school.example/a https://school.example/b", "no spaces")]
    [TestCase("https://news", "names no website")]
    public async Task Address_ThatIsNone_IsRefusedWithWhatToDo(string address, string says)
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        var path = $"/editor/picture/{rig.ElmPhoto}";
        using var answer = await editor.PostAsync(path + "?handler=Use", [new("address", address)], path);
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The address is not noted").And.Contain(says));
        Assert.That(await editor.ReadAsync(path), Does.Contain("Nowhere that anybody has noted"));
    }

    [Test]
    [Property("Requirement", "C5")]
    public async Task TakeDown_OfWhatWasDownloaded_StaysOpenUntilTheEditorSaysItIsGone()
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        var path = $"/editor/picture/{rig.ElmPhoto}";
        using var early = await editor.PostAsync(path + "?handler=Use", [new("address", "https://www.school.example/a")], path);
        Assert.That(await early.Content.ReadAsStringAsync(), Does.Contain("Nobody has downloaded this picture yet"));

        using var copy = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}", [], "/editor");
        var file = copy.Content.Headers.ContentDisposition!.FileName!;
        foreach (var address in new[] { "https://www.school.example/news?id=3", "http://school.example/gallery" })
        {
            using var noted = await editor.PostAsync(path + "?handler=Use", [new("address", address)], path);
            Assert.That(noted.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        }

        await rig.DrainAsync();
        Assert.That(await editor.ReadAsync("/editor/take-downs"), Does.Contain("Nothing must come off the website").And.Not.Contain(file));
        var open = await editor.ReadAsync("/editor");
        Assert.That(open, Does.Contain(rig.ElmPhoto.ToString()));

        var news = WebUtility.HtmlDecode(open.Split("hx-get=\"")[1].Split('"')[0]);
        using (var nothing = await editor.GetAsync(news))
        {
            Assert.That(nothing.StatusCode, Is.EqualTo(HttpStatusCode.NoContent), "an open page is sent nothing while nothing has changed");
        }

        await rig.WithdrawAsync();
        await rig.DrainAsync();
        Assert.That(Directory.GetFiles(Path.Combine(rig.Data, "released", "website"), "*.jpg", SearchOption.AllDirectories), Is.Empty, "the program took its own copy back by itself");
        Assert.That(await rig.StatesAsync(rig.ElmPhoto), Is.EqualTo(new[] { ReleaseState.Recalling }), "nobody has said yet that the other is gone");

        // the gallery is still open
        Assert.That(await editor.ReadAsync(news), Does.Not.Contain(rig.ElmPhoto.ToString()).And.Contain("1 picture must come off the website"));
        using var again = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}", [], "/editor");
        using var zip = await editor.PostAsync("/editor?handler=Zip", [new("chosen", rig.ElmPhoto.ToString())], "/editor");
        using var caption = await editor.PostAsync(path + "?handler=Caption", [new("text", "Too late")], "/editor");
        using var look = await editor.GetAsync($"/pictures/{rig.ElmPhoto}/view");
        Assert.That((again.StatusCode, zip.StatusCode, look.StatusCode), Is.EqualTo((HttpStatusCode.Conflict, HttpStatusCode.Conflict, HttpStatusCode.NotFound)));
        Assert.That(caption.Headers.Location?.ToString(), Is.EqualTo("/editor?gone=true"));
        using var late = await editor.PostAsync(path + "?handler=Use", [new("address", "https://www.school.example/late")], "/editor");
        Assert.That(late.Headers.Location?.ToString(), Is.EqualTo("/editor/take-downs"), "an address said too late is noted all the same");

        var downs = await editor.ReadAsync("/editor/take-downs");
        Assert.That(downs, Does.Contain(file).And.Contain("https://www.school.example/news?id=3").And.Contain("http://school.example/gallery").And.Contain("https://www.school.example/late").And.Contain("23 hours left"));
        Assert.That(downs, Does.Not.Contain("<img").And.Not.Contain($"/pictures/"), "what may not be shown is not shown here either");
        var release = downs.Split("name=\"release\" value=\"")[1].Split('"')[0];
        using var unticked = await editor.PostAsync("/editor/take-downs", [new("release", release)], "/editor/take-downs");
        Assert.That(await unticked.Content.ReadAsStringAsync(), Does.Contain("Nothing was written down yet").And.Contain("from every page and folder first, then tick the box"));
        using var ticked = await editor.PostAsync("/editor/take-downs", [new("release", release), new("sure", "true")], "/editor/take-downs");
        Assert.That(ticked.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        await rig.DrainAsync();
        Assert.That(await editor.ReadAsync("/editor/take-downs"), Does.Contain("Nothing must come off the website").And.Contain(file));
        using var twice = await editor.PostAsync("/editor/take-downs", [new("release", release), new("sure", "true")], "/editor/take-downs");
        Assert.That(twice.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var acts = (await rig.Services.GetRequiredService<IAuditTrail>().SearchAsync(rig.School, new AuditQuestion("taken-down", null, null, null), 10, default)).Select(l => l.Actor);
        Assert.That(acts, Has.Exactly(1).Not.Null);
    }

    [Test]
    public async Task TakeDown_OfWhatOnlyTheProgramDelivered_IsNotTheEditorsWork()
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        await rig.DrainAsync();
        await rig.WithdrawAsync();
        await rig.DrainAsync();
        Assert.That(await rig.StatesAsync(rig.ElmPhoto), Is.EqualTo(new[] { ReleaseState.Recalled }));
        Assert.That(await (await rig.AsAsync(SchoolRole.Editor)).ReadAsync("/editor/take-downs"), Does.Contain("Nothing must come off the website"));
    }

    [Test]
    public async Task TakeDown_AfterItsTime_IsOverdueAndComesFirst()
    {
        var clock = new LaterClock();
        await using var rig = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var editor = await rig.AsAsync(SchoolRole.Editor);
        await rig.ClearAsync(rig.ElmPhoto);
        using var copy = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}", [], "/editor");
        await rig.WithdrawAsync();
        var due = (await rig.Services.GetRequiredService<Records.Publications.IPublicationBook>().TakeDownsAsync(rig.School, ChannelId.Website, null, default)).Single();
        Assert.That((due.By - due.Since, due.IsOverdue(due.By), due.IsOverdue(due.By + TimeSpan.FromSeconds(1))), Is.EqualTo((TimeSpan.FromHours(24), false, true)));
        clock.Offset = TimeSpan.FromHours(26);
        using var later = rig.Anonymous();
        (await later.SignInAsync(SchoolRig.Mail(SchoolRole.Editor), SchoolRig.Password)).Dispose();
        Assert.That(await later.ReadAsync("/editor/take-downs"), Does.Contain("2 hours overdue").And.Contain("1 to remove, 1 overdue"));
        Assert.That(await later.ReadAsync("/editor"), Does.Contain("1 picture must come off the website, 1 overdue"));
    }

    [Test]
    public async Task TakeDown_IsToldTheEditorAtOnceAndTheLeadOnceItIsOverdue()
    {
        var clock = new LaterClock();
        await using var rig = await SchoolRig.StartAsync(services => services.AddSingleton<TimeProvider>(clock));
        var school = (await rig.Services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single();
        var news = rig.Services.GetRequiredService<SchoolNews>();
        var editor = await rig.AsAsync(SchoolRole.Editor);
        await rig.ClearAsync(rig.ElmPhoto);
        using var copy = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}", [], "/editor");
        await news.SendAsync(school, default);
        Assert.That(Mail(rig), Is.Empty);
        await rig.WithdrawAsync();
        await news.SendAsync(school, default);
        await news.SendAsync(school, default);
        Assert.That(Mail(rig), Is.EqualTo(new[] { ("editor@school.example", "MediaGuard: take it off the website") }), "once");
        clock.Offset = TimeSpan.FromHours(25);
        await news.SendAsync(school, default);
        await news.SendAsync(school, default);
        Assert.That(
            Mail(rig).Skip(1), Is.EquivalentTo(new[] { ("editor@school.example", "MediaGuard: overdue on the website"), ("lead@school.example", "MediaGuard: overdue on the website") }));
    }

    private static (string To, string Subject)[] Mail(SchoolRig rig) => !Directory.Exists(Path.Combine(rig.Data, "mail")) ? [] :
    [
        .. Directory.GetFiles(Path.Combine(rig.Data, "mail"), "*.eml").Order(StringComparer.Ordinal).Select(f =>
        {
            using var message = MimeKit.MimeMessage.Load(f);
            return (message.To.Mailboxes.Single().Address, message.Subject!);
        }).Where(m => m.Item2.Contains("website", StringComparison.Ordinal)),
    ];

    [Test]
    public async Task Delete_OfThePicture_TakesItsCaptionAndLeavesWhereItMustComeDown()
    {
        await using var rig = await SchoolRig.StartAsync();
        await rig.ClearAsync(rig.ElmPhoto);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        var path = $"/editor/picture/{rig.ElmPhoto}";
        using var saved = await editor.PostAsync(path + "?handler=Caption", [new("text", "A day out")], path);
        using var copy = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}", [], "/editor");
        using var noted = await editor.PostAsync(path + "?handler=Use", [new("address", "https://www.school.example/a")], path);
        await rig.Services.GetRequiredService<IHumanActs>().DeleteAsync(rig.School, new UserId(Guid.CreateVersion7()), rig.ElmPhoto, default);
        var captions = await rig.Services.GetRequiredService<Records.Publications.ICaptionBook>().ReadAsync(rig.School, [rig.ElmPhoto], ChannelId.Website, default);
        Assert.That(captions, Is.Empty);
        Assert.That(await editor.ReadAsync("/editor/take-downs"), Does.Contain("https://www.school.example/a"));
        using var gone = await editor.PostAsync($"/editor?handler=One&id={rig.ElmPhoto}&size=web", [], "/editor");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), "no size outlives its picture");
    }
}
