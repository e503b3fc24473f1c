using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>A visiting class, a visitor, and a picture that was in the wrong folder.</summary>
[Property("Requirement", "C6")]
public sealed class PoolPagesTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task WithClass_SaidByTheTeacher_AddsTheVisitorsAndTakesThemBack()
    {
        var path = $"/teacher/picture/{rig.OakPhotos[0]}";
        await PostAsync(SchoolRole.Teacher, path, "WithClass", new("group", rig.Elm.ToString()));
        var people = (await rig.DetailAsync(rig.OakPhotos[0])).Pool.Select(p => p.Id).ToList();
        Assert.That(people, Does.Contain(rig.Eva).And.Contain(rig.Ali));
        Assert.That(await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync(path), Does.Contain("Another class was there"));
        await PostAsync(SchoolRole.Teacher, path, "TakeBack", new("kind", nameof(AttestationKind.PoolAddsGroup)));
        Assert.That((await rig.DetailAsync(rig.OakPhotos[0])).Pool.Select(p => p.Id), Does.Not.Contain(rig.Eva));
    }

    [Test]
    public async Task WithPerson_SaidByTheOffice_AddsOneVisitor()
    {
        var path = $"/office/picture/{rig.OakPhotos[1]}";
        await PostAsync(SchoolRole.Office, path, "WithPerson", new("visitor", "Nobody Known"));
        Assert.That(await (await rig.AsAsync(SchoolRole.Office)).ReadAsync(path), Does.Contain("nobody on the register has a name like this"));
        await PostAsync(SchoolRole.Office, path, "WithPerson", new("visitor", "Dan Dog"));
        var pool = (await rig.DetailAsync(rig.OakPhotos[1])).Pool.Select(p => p.Id).ToList();
        Assert.That(pool, Does.Contain(rig.Dan).And.Not.Contain(rig.Eva));
    }

    [Test]
    public async Task Move_ToAnotherClass_LeavesTheTeachersSightAndIsTheOthers()
    {
        var media = rig.OakPhotos[2];
        var moved = await PostAsync(SchoolRole.Teacher, $"/teacher/picture/{media}", "Move", new("group", rig.Elm.ToString()));
        Assert.That(moved.Headers.Location?.ToString(), Is.EqualTo("/teacher"));
        Assert.That((await rig.PhotoAsync(media)).Group, Is.EqualTo(rig.Elm));
        using var before = await (await rig.AsAsync(SchoolRole.Teacher)).GetAsync($"/teacher/picture/{media}");
        Assert.That(before.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        using var now = await (await rig.AsAsync(SchoolRig.ElmTeacher)).GetAsync($"/teacher/picture/{media}");
        Assert.That(now.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    private async Task<HttpResponseMessage> PostAsync(string who, string path, string handler, KeyValuePair<string, string> field)
    {
        var answer = await (await rig.AsAsync(who)).PostAsync($"{path}?handler={handler}", [field], path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found), $"{path} {handler}");
        return answer;
    }
}
