using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>What the office sees of a picture that stands still, and what is left of one it deletes for good.</summary>
public sealed class DeletionStoryTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Delete_ByTheOffice_EndsThePictureForEverybody()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[0];
        var path = $"/office/picture/{media}";
        Assert.That(await office.ReadAsync(path), Does.Contain("Delete this picture for good"));
        Assert.That(await teacher.ReadAsync($"/teacher/picture/{media}"), Does.Not.Contain("for good"));

        using var byTeacher = await teacher.PostAsync($"/teacher/picture/{media}?handler=Delete", [], $"/teacher/picture/{media}");
        Assert.That((await rig.PhotoAsync(media)).Status, Is.Not.EqualTo(MediaStatus.Gone), "it is not the teacher's to delete");

        using var answer = await office.PostAsync(path + "?handler=Delete", [], path);
        Assert.That((answer.StatusCode, answer.Headers.Location?.ToString()), Is.EqualTo((HttpStatusCode.Found, "/office")));
        Assert.That(await office.ReadAsync("/office"), Does.Contain("Deleted for good.").And.Not.Contain(media.ToString()));
        Assert.That((await rig.PhotoAsync(media)).Status, Is.EqualTo(MediaStatus.Gone));
        foreach (var client in new[] { office, teacher })
        {
            using var look = await client.GetAsync($"/pictures/{media}/view");
            Assert.That(look.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        }

        var page = await office.ReadAsync(path);
        Assert.That(page, Does.Contain("This picture and its key were deleted").And.Not.Contain("Delete this picture for good"));
        using var again = await office.PostAsync(path + "?handler=Delete", [], path);
        Assert.That(await office.ReadAsync(path), Does.Contain("Nothing was deleted"));
    }

    [Test]
    public async Task StandingStill_IsInTheOfficesListAndTheTeachersDayWithASentence()
    {
        var media = rig.OakPhotos[2];
        var office = await rig.AsAsync(SchoolRole.Office);
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        await using (var db = rig.Services.GetRequiredService<IRecordsFactory>().Open(rig.School))
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM \"Verdicts\" WHERE \"MediaId\" = {media.Value}");
            await db.Database.ExecuteSqlAsync($"UPDATE \"Media\" SET \"Status\" = {(int)MediaStatus.Vaulted}, \"RenditionId\" = NULL, \"MovedAt\" = 0, \"NotBefore\" = 0 WHERE \"Id\" = {media.Value}");
        }

        Assert.That((await rig.Services.GetRequiredService<IPhotoViews>().HeldIdsAsync(rig.School, default)), Does.Contain(media));
        var list = await office.ReadAsync("/office");
        Assert.That(list, Does.Contain($"/office/picture/{media}").And.Contain("Standing still").And.Contain("has not moved on for longer than it should"));
        Assert.That(await office.ReadAsync($"/office/picture/{media}"), Does.Contain("tell whoever looks after MediaGuard to run its doctor"));
        var day = await teacher.ReadAsync($"/teacher?class={rig.Oak}");
        Assert.That(day, Does.Contain("Standing still").And.Contain("Nothing is lost, and the office sees it too."));
    }
}
