using System.Net;
using MediaGuard.Ingest.Cleaning.Decoding;
using MediaGuard.Ingest.Cleaning.Isolation;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Web.Tests;

/// <summary>What cleaning did to a picture, and what it found left, reaches the people who look at it.</summary>
public sealed class CleaningPagesTests
{
    private const string FirstFrame = "It moved: only its first frame was kept.";

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartReplacingAsync(services => services.Replace(
        ServiceDescriptor.Singleton<IPictureDecoder>(provider => new PlantingDecoder(ActivatorUtilities.CreateInstance<IsolatedDecoder>(provider)))));

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [TestCase("gif")]
    [TestCase("png")]
    public async Task Picture_ThatMoved_SaysThatOnlyItsFirstFrameWasKept(string kind)
    {
        var media = await rig.TakeAsync($"Oak/moving.{kind}", kind == "gif" ? OddPictures.MovingGif(70) : DrawnPicture.Moving(70, 71, 72));
        Assert.That((await rig.DetailAsync(media)).Notes, Is.EqualTo(new[] { "first frame only" }));
        Assert.That(await PageAsync(SchoolRole.Office, media), Does.Contain(FirstFrame));
        Assert.That(await PageAsync(SchoolRole.Teacher, media), Does.Contain(FirstFrame));
        Assert.That(await PageAsync(SchoolRole.Office, rig.OakPhotos[0]), Does.Not.Contain("It moved"));
    }

    [Test]
    public async Task Picture_NotCleanedCompletely_IsSetAsideAndTellsTheOfficeWhatWasLeft()
    {
        var media = await rig.TakeAsync("Oak/odd.bmp", OddPictures.Bmp(40, 90, 140));
        var detail = await rig.DetailAsync(media);
        Assert.That((detail.Photo.Status, detail.Photo.Trouble!.Code, detail.Photo.HasPicture), Is.EqualTo((MediaStatus.Quarantined, ReasonCode.LeftoverFound, false)));
        Assert.That(await PageAsync(SchoolRole.Office, media), Does.Contain("What was left is camera data (Exif)."));
        Assert.That(await PageAsync(SchoolRole.Teacher, media), Does.Contain("could not be cleaned completely").And.Not.Contain("Exif"));
        using var picture = await (await rig.AsAsync(SchoolRole.Office)).GetAsync($"/pictures/{media}/view");
        Assert.That(picture.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<string> PageAsync(string role, MediaId media) => await (await rig.AsAsync(role)).ReadAsync($"/{role}/picture/{media}");
}
