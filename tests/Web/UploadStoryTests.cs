using System.Net;
using MediaGuard.Journey;
using MediaGuard.Journey.Uploads;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Photos sent from a browser, in pieces and by the plain form: what comes, what is refused and why, and that nothing is left lying.</summary>
public sealed class UploadStoryTests
{
    private SchoolRig rig = null!;

    private string Share => Path.Combine(rig.Data, "share");

    private string Waiting => Path.Combine(rig.Data, "uploads");

    [TearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "A6")]
    public async Task Pieces_CutAndGoneOnWith_LieInTheClassOnceAndTakeTheirJourney()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(17, 140, 90);
        using var begun = await browser.BeginAsync(rig.Oak, "Ali Ashgrove.png", photo);
        Assert.That(begun.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        var address = begun.Headers.Location!.ToString();
        Assert.That(address, Does.Match("^/uploads/[0-9a-f]{32}$"));
        Assert.That(await browser.OffsetAsync(address), Is.Zero);
        using (var first = await browser.SendAsync(address, 0, photo[..100]))
        {
            Assert.That((first.StatusCode, first.Headers.GetValues("Upload-Offset").Single()), Is.EqualTo((HttpStatusCode.NoContent, "100")));
        }

        Assert.That(Directory.GetFiles(Share, "*", SearchOption.AllDirectories), Is.Empty, "nothing is in the share before it is whole");
        using (var elsewhere = await browser.SendAsync(address, 50, photo[50..]))
        {
            Assert.That((elsewhere.StatusCode, elsewhere.Headers.GetValues("Upload-Offset").Single()), Is.EqualTo((HttpStatusCode.Conflict, "100")));
        }

        Assert.That(await browser.OffsetAsync(address), Is.EqualTo(100));
        using (var rest = await browser.SendAsync(address, 100, photo[100..]))
        {
            Assert.That(rest.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        }

        var file = Directory.GetFiles(Path.Combine(Share, "Oak")).Single();
        Assert.That(Path.GetFileName(file), Does.Match(@"^Ali Ashgrove [0-9]{16}\.png$"));
        Assert.That(await File.ReadAllBytesAsync(file), Is.EqualTo(photo));
        Assert.That(await browser.KnownAsync(rig.Oak, photo), Is.EqualTo((address, true)));
        Assert.That(Directory.GetFiles(Waiting, "*.part"), Is.Empty);
        Assert.That(FolderSearch.Holds(Waiting, "Ashgrove"u8), Is.False, "the name is not kept beside the share");
        Assert.That(await AuditLines.OfAsync(rig), Has.Some.StartsWith($"uploaded|{rig.Oak}|"));

        var media = (await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default)).Single().Media.Single();
        Assert.That((await rig.PhotoAsync(media)).Group, Is.EqualTo(rig.Oak));
        Assert.That(Directory.GetFiles(Path.Combine(Share, "Oak")), Is.Empty, "taken in like any other");
    }

    [Test]
    public async Task SamePhoto_SentTwice_IsThereOnce()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(18, 140, 90);
        Assert.That(await browser.WholeAsync(rig.Oak, "a.png", photo), Is.EqualTo(HttpStatusCode.NoContent));
        Assert.That((await browser.KnownAsync(rig.Oak, photo)).Done, Is.True, "the page does not send it again");
        await browser.FormAsync(rig.Oak, ("b.png", photo));
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        var day = (await rig.Views.DayAsync(rig.School, rig.Oak, rig.Day, Reader.Office, default)).Where(p => !rig.OakPhotos.Contains(p.Id)).ToList();
        Assert.That(day.Count(p => p.HasPicture), Is.EqualTo(1));
        Assert.That(day.Single(p => !p.HasPicture).Trouble!.Code, Is.EqualTo(ReasonCode.Duplicate));
    }

    [Test]
    public async Task Refused_SaysWhyInOneSentence()
    {
        rig = await SchoolRig.StartAsync(("Arrivals:LargestFile", "1048576"), ("Uploads:LargestChunk", "65536"), ("Uploads:MostPerPerson", "2"));
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var some = new byte[100];
        (string Name, long Length, HttpStatusCode Status, string Says)[] refused =
        [
            ("clip.MOV", 100, HttpStatusCode.UnsupportedMediaType, "Videos can’t be used yet"),
            ("letter.docx", 100, HttpStatusCode.UnsupportedMediaType, "not a photo MediaGuard can read"),
            ("a.jpg", (1 << 20) + 1, HttpStatusCode.RequestEntityTooLarge, "larger than 1 MB"),
            ("a.jpg", 0, HttpStatusCode.UnprocessableEntity, "The file is empty"),
        ];
        foreach (var (name, length, status, says) in refused)
        {
            using var answer = await browser.BeginAsync(rig.Oak, name, some, length);
            Assert.That(answer.StatusCode, Is.EqualTo(status), name);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(says));
        }

        using var begun = await browser.BeginAsync(rig.Oak, "a.jpg", new byte[200_000]);
        var address = begun.Headers.Location!.ToString();
        using (var large = await browser.SendAsync(address, 0, new byte[65_537]))
        {
            Assert.That(large.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge), "a piece is bounded");
        }

        using var second = await browser.BeginAsync(rig.Oak, "b.jpg", some);
        using (var over = await browser.SendAsync(second.Headers.Location!.ToString(), 0, new byte[101]))
        {
            Assert.That(over.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge), "no more than was said");
        }

        using var third = await browser.BeginAsync(rig.Oak, "c.jpg", new byte[101]);
        Assert.That(third.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        Assert.That(await third.Content.ReadAsStringAsync(), Does.Contain("as many photos today as one person may"));
        using var dropped = await browser.DropAsync(address);
        Assert.That(dropped.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
        using var again = await browser.BeginAsync(rig.Oak, "c.jpg", new byte[101]);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Created));
        using var same = await browser.BeginAsync(rig.Oak, "c.jpg", new byte[101]);
        Assert.That(same.Headers.Location, Is.EqualTo(again.Headers.Location), "a browser that was cut off before the answer leaves no second one behind");
    }

    [Test]
    public async Task Refused_DiskIsNearlyFull_SaysSo()
    {
        rig = await SchoolRig.StartAsync(("Uploads:KeepFree", "9000000000000000000"));
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        using var answer = await browser.BeginAsync(rig.Oak, "a.jpg", new byte[100]);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.InsufficientStorage));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("nearly full"));
        await browser.FormAsync(rig.Oak, ("a.jpg", new byte[100]));
        Assert.That(await browser.ReadAsync($"/upload?class={rig.Oak}"), Does.Contain("nearly full"));
        Assert.That(Directory.GetFiles(Waiting), Is.Empty);
    }

    [Test]
    [Property("Requirement", "A6")]
    public async Task OtherPeople_ReachNeitherClassNorUpload()
    {
        rig = await SchoolRig.StartAsync();
        var oak = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var elm = await UploadBrowser.OpenAsync(rig, SchoolRig.ElmTeacher);
        var photo = DrawnPicture.Of(19, 140, 90);
        using (var foreign = await elm.BeginAsync(rig.Oak, "a.png", photo))
        {
            Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using var form = await elm.FormAsync(rig.Oak, ("a.png", photo));
        Assert.That(form.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var begun = await oak.BeginAsync(rig.Oak, "a.png", photo);
        var address = begun.Headers.Location!.ToString();
        using (var foreign = await elm.SendAsync(address, 0, photo))
        {
            Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        using (var foreign = await elm.DropAsync(address))
        {
            Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        Assert.That(await elm.OffsetAsync(address), Is.Null);
        Assert.That((await elm.KnownAsync(rig.Oak, photo)).Address, Is.Null);
        Assert.That(await oak.OffsetAsync(address), Is.Zero);
        using var untold = await oak.SendAsync(address, 0, photo, token: false);
        Assert.That(untold.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "another site's page sends nothing in this person's name");
        Assert.That(Directory.GetFiles(Share, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    [Property("Requirement", "A4")]
    public async Task Guest_Uploads_AndSeesNothingElse()
    {
        rig = await SchoolRig.StartAsync();
        var guest = await UploadBrowser.OpenAsync(rig, SchoolRole.Guest);
        Assert.That(await guest.WholeAsync(rig.Oak, "a.png", DrawnPicture.Of(20, 140, 90)), Is.EqualTo(HttpStatusCode.NoContent));
        using var other = await guest.BeginAsync(rig.Elm, "a.png", [1]);
        Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        var page = await guest.ReadAsync("/upload");
        Assert.That(page, Does.Contain("Choose photos of Oak").And.Not.Contain("/teacher").And.Not.Contain("Elm").And.Not.Contain("/pictures/"));
        var client = await rig.AsAsync(SchoolRole.Guest);
        using var home = await client.GetAsync("/");
        Assert.That(home.Headers.Location!.ToString(), Is.EqualTo("/upload"));
        foreach (var shut in new[] { "/teacher", $"/pictures/{rig.OakPhotos[0]}/thumb", $"/teacher/safe?class={rig.Oak}", "/teacher/take-downs" })
        {
            using var answer = await client.GetAsync(shut);
            Assert.That(answer.StatusCode, Is.EqualTo(shut.StartsWith("/pictures", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.Forbidden), shut);
        }
    }

    [Test]
    public async Task Form_WithoutScripts_TakesWhatItCanAndSaysWhatNot()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        using var sent = await browser.FormAsync(rig.Oak, ("IMG_1.png", DrawnPicture.Of(21, 140, 90)), ("../../x.png", DrawnPicture.Of(22, 140, 90)), ("clip.mp4", [1, 2]), ("empty.jpg", []));
        Assert.That((sent.StatusCode, sent.Headers.Location!.ToString()), Is.EqualTo((HttpStatusCode.Found, $"/upload?class={rig.Oak}")));
        var page = WebUtility.HtmlDecode(await browser.ReadAsync($"/upload?class={rig.Oak}"));
        Assert.That(page, Does.Contain("2 photos have come.").And.Contain("1 file was left out. Videos can’t be used yet").And.Contain("The file is empty"));
        Assert.That(Directory.GetFiles(Share, "*", SearchOption.AllDirectories).Select(f => Path.GetFileName(Path.GetDirectoryName(f))), Is.EqualTo(new[] { "Oak", "Oak" }));
        Assert.That(Directory.GetFiles(Waiting, "*.part"), Is.Empty);
        using var nothing = await browser.FormAsync(rig.Oak);
        Assert.That(await browser.ReadAsync($"/upload?class={rig.Oak}"), Does.Contain("No photo was chosen."));
        using var untold = await browser.FormAsync(rig.Oak, token: false, ("a.png", DrawnPicture.Of(23, 140, 90)));
        Assert.That(untold.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
    }

    [Test]
    public async Task Damaged_OnTheWay_IsNotTakenAndNothingIsLeft()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(24, 140, 90);
        using var begun = await browser.BeginAsync(rig.Oak, "a.png", photo);
        photo[50] ^= 1;
        using var sent = await browser.SendAsync(begun.Headers.Location!.ToString(), 0, photo);
        Assert.That((int)sent.StatusCode, Is.EqualTo(460));
        Assert.That(await AuditLines.OfAsync(rig), Has.Some.StartsWith($"upload-damaged|{rig.Oak}|"));
        Assert.That(Directory.GetFiles(Waiting), Is.Empty);
        Assert.That(Directory.GetFiles(Share, "*", SearchOption.AllDirectories), Is.Empty);
    }

    [Test]
    public async Task BrokenOff_Expires()
    {
        rig = await SchoolRig.StartAsync(("Uploads:KeptFor", "00:00:01"));
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        using var begun = await browser.BeginAsync(rig.Oak, "Ali.png", new byte[100]);
        using var some = await browser.SendAsync(begun.Headers.Location!.ToString(), 0, new byte[50]);
        await Task.Delay(TimeSpan.FromSeconds(1.2), TimeProvider.System);
        await rig.Services.GetRequiredService<IUploadDesk>().TendAsync(default);
        Assert.That(Directory.GetFiles(Waiting), Is.Empty);
        Assert.That(await browser.OffsetAsync(begun.Headers.Location!.ToString()), Is.Null);
    }

    [Test]
    [Platform("Linux")]
    public async Task ClassFolderIsALink_TheUploadWaitsAndGoesThroughOnceItIsMended()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var elsewhere = Directory.CreateDirectory(Path.Combine(rig.Data, "elsewhere")).FullName;
        var oak = Path.Combine(Share, "Oak");
        Directory.Delete(oak, true);
        Directory.CreateSymbolicLink(oak, elsewhere);
        var photo = DrawnPicture.Of(25, 140, 90);
        Assert.That(await browser.WholeAsync(rig.Oak, "a.png", photo), Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(Directory.GetFileSystemEntries(elsewhere), Is.Empty);
        File.Delete(oak);
        await rig.Services.GetRequiredService<IUploadDesk>().TendAsync(default);
        Assert.That(await File.ReadAllBytesAsync(Directory.GetFiles(oak).Single()), Is.EqualTo(photo));
    }

    [Test]
    [Platform("Linux")]
    [Property("Requirement", "A6")]
    public async Task WaitsForTheShare_AndTheTeacherChangesClassMeanwhile_IsPutWhereItWasMeant()
    {
        rig = await SchoolRig.StartAsync();
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var oak = Path.Combine(Share, "Oak");
        Directory.Delete(oak, true);
        Directory.CreateSymbolicLink(oak, Directory.CreateDirectory(Path.Combine(rig.Data, "elsewhere")).FullName);
        var photo = DrawnPicture.Of(26, 140, 90);
        Assert.That(await browser.WholeAsync(rig.Oak, "a.png", photo), Is.EqualTo(HttpStatusCode.ServiceUnavailable), "it is kept, the page says");
        await using (var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School))
        {
            await db.Teaches.Where(t => t.GroupId == rig.Oak).ExecuteDeleteAsync();
        }

        File.Delete(oak);
        await rig.Services.GetRequiredService<IUploadDesk>().TendAsync(default);
        Assert.That(await File.ReadAllBytesAsync(Directory.GetFiles(oak).Single()), Is.EqualTo(photo));
        Assert.That(await AuditLines.OfAsync(rig), Has.Some.StartsWith($"uploaded|{rig.Oak}|"));
        using var another = await browser.BeginAsync(rig.Oak, "b.png", photo);
        Assert.That(another.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "what begins now does not");
    }
}
