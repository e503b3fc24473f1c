using System.Net;
using MediaGuard.Ingest.Uploads;
using MediaGuard.Journey.Uploads;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>Photos that are not taken, or not yet: the sentence, and that the same photo or the others go through afterwards.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance), NonParallelizable]
public sealed class SendingErrorsTests
{
    private SchoolRig rig = null!;

    private string Share => Path.Combine(rig.Data, "share");

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync(("Arrivals:LargestFile", "1048576"));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase(0, HttpStatusCode.UnprocessableEntity, "The file is empty; look at it on the device and choose it again.")]
    [TestCase((1 << 20) + 1, HttpStatusCode.RequestEntityTooLarge, "The file is larger than 1 MB; send a smaller copy of the photo.")]
    public async Task File_EmptyOrTooLarge_IsLeftOutAndTheOthersGoOn(int length, HttpStatusCode status, string says)
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        using var begun = await browser.BeginAsync(rig.Oak, "a.jpg", new byte[length]);
        Assert.That(await AnswerAsync(begun), Is.EqualTo((status, says)));

        var before = OakFiles();
        using var form = await browser.FormAsync(rig.Oak, ("a.jpg", new byte[length]), ("b.png", DrawnPicture.Of(30, 140, 90)));
        Assert.That(await PageAsync(browser), Does.Contain(says).And.Contain("1 photo has come."));
        Assert.That(OakFiles(), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task Disk_NearlyFull_KeepsWhatCameAndTakesMoreOnceThereIsRoom()
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var options = rig.Services.GetRequiredService<IOptions<UploadOptions>>().Value;
        var (photo, other) = (DrawnPicture.Of(31, 140, 90), DrawnPicture.Of(32, 140, 90));
        using var begun = await browser.BeginAsync(rig.Oak, "a.png", photo);
        var address = begun.Headers.Location!.ToString();
        using var some = await browser.SendAsync(address, 0, photo[..50]);

        var enough = options.KeepFree;
        options.KeepFree = long.MaxValue;
        using var refused = await browser.BeginAsync(rig.Oak, "b.png", other);
        using var form = await browser.FormAsync(rig.Oak, ("b.png", other));
        var page = await PageAsync(browser);
        options.KeepFree = enough;
        Assert.That(await AnswerAsync(refused), Is.EqualTo((HttpStatusCode.InsufficientStorage, "The school’s disk is nearly full, so nothing more can be sent; tell the office.")));
        Assert.That(page, Does.Contain("1 file was left out. The school’s disk is nearly full, so nothing more can be sent; tell the office."));

        Assert.That(await browser.OffsetAsync(address), Is.EqualTo(50));
        using var rest = await browser.SendAsync(address, 50, photo[50..]);
        Assert.That((rest.StatusCode, await browser.WholeAsync(rig.Oak, "b.png", other)), Is.EqualTo((HttpStatusCode.NoContent, HttpStatusCode.NoContent)));
    }

    [Test]
    public async Task Piece_WithAGapBeforeIt_IsSentAgainFromWhereItStopped()
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(33, 140, 90);
        using var begun = await browser.BeginAsync(rig.Oak, "a.png", photo);
        var address = begun.Headers.Location!.ToString();
        using var some = await browser.SendAsync(address, 0, photo[..50]);
        using var later = await browser.SendAsync(address, 80, photo[80..]);
        Assert.That(await AnswerAsync(later), Is.EqualTo((HttpStatusCode.Conflict, "Part of it was missing; it is sent again.")));

        Assert.That(await browser.OffsetAsync(address), Is.EqualTo(50));
        using var rest = await browser.SendAsync(address, 50, photo[50..]);
        Assert.That(rest.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Piece_WhileAnotherRequestWrites_WaitsAndThenGoes()
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(34, 140, 90);
        using var begun = await browser.BeginAsync(rig.Oak, "a.png", photo);
        var address = begun.Headers.Location!.ToString();
        using (rig.Services.GetRequiredService<IPartialUploads>().TryHold(new UploadId(Guid.Parse(address.Split('/')[^1]))))
        {
            using var second = await browser.SendAsync(address, 0, photo);
            Assert.That(await AnswerAsync(second), Is.EqualTo((HttpStatusCode.Locked, "It is still being sent; wait a moment.")));
        }

        Assert.That(await browser.OffsetAsync(address), Is.Zero);
        using var again = await browser.SendAsync(address, 0, photo);
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    public async Task Photo_DamagedOnTheWay_IsNotTakenAndComesWholeTheNextTime()
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRole.Teacher);
        var photo = DrawnPicture.Of(35, 140, 90);
        byte[] damaged = [.. photo];
        damaged[50] ^= 1;
        var before = OakFiles();
        using var begun = await browser.BeginAsync(rig.Oak, "a.png", photo);
        using var sent = await browser.SendAsync(begun.Headers.Location!.ToString(), 0, damaged);
        Assert.That(await AnswerAsync(sent), Is.EqualTo(((HttpStatusCode)460, "It was damaged on the way; it is sent again.")));

        Assert.That(OakFiles(), Is.EqualTo(before));
        Assert.That(await browser.WholeAsync(rig.Oak, "a.png", photo), Is.EqualTo(HttpStatusCode.NoContent));
    }

    [Test]
    [Platform("Linux")]
    public async Task Folder_OutOfReach_ThePhotoIsKeptAndGoesThereByItself()
    {
        var browser = await UploadBrowser.OpenAsync(rig, SchoolRig.ElmTeacher);
        var elm = Path.Combine(Share, "Elm");
        Directory.Delete(elm, true);
        Directory.CreateSymbolicLink(elm, Directory.CreateDirectory(Path.Combine(rig.Data, "elsewhere")).FullName);
        var photo = DrawnPicture.Of(36, 140, 90);
        using var begun = await browser.BeginAsync(rig.Elm, "a.png", photo);
        using var sent = await browser.SendAsync(begun.Headers.Location!.ToString(), 0, photo);
        Assert.That(
            await AnswerAsync(sent),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, "It came whole and is kept, but the school’s photo folder can’t be reached yet; MediaGuard goes on trying.")));

        File.Delete(elm);
        await rig.Services.GetRequiredService<IUploadDesk>().TendAsync(default);
        Assert.That(await File.ReadAllBytesAsync(Directory.GetFiles(elm).Single()), Is.EqualTo(photo));
        Assert.That((await browser.KnownAsync(rig.Elm, photo)).Done, Is.True, "it needs no sending again");
    }

    private int OakFiles() => Directory.GetFiles(Path.Combine(Share, "Oak")).Length;

    private async Task<string> PageAsync(UploadBrowser browser) => WebUtility.HtmlDecode(await browser.ReadAsync($"/upload?class={rig.Oak}"));

    private static async Task<(HttpStatusCode Status, string Says)> AnswerAsync(HttpResponseMessage answer) => (answer.StatusCode, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
}
