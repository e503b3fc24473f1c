using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>The office takes back what it said last, whichever picture it was said of. The steps follow each other.</summary>
public sealed class UndoTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Undo_PressedAgainAndAgain_GoesBackPictureByPicture()
    {
        var (office, teacher) = (await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Teacher));
        var (first, second) = (rig.OakPhotos[0], rig.OakPhotos[1]);
        using var asked = await teacher.PostAsync($"/teacher?handler=Ask&id={first}&channel=website&on=true", [], "/teacher");
        using var none = await office.PostAsync($"/office/picture/{first}?handler=None", [new("listed", rig.Ali.ToString()), new("listed", rig.Bea.ToString())], $"/office/picture/{first}");
        using var refused = await office.PostAsync($"/office/picture/{second}?handler=Refuse", [], $"/office/picture/{second}");
        using var later = await teacher.PostAsync($"/teacher/picture/{rig.OakPhotos[2]}?handler=Outside", [], $"/teacher/picture/{rig.OakPhotos[2]}");
        Assert.That((await rig.PhotoAsync(second)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Refused));

        Assert.That(await UndoAsync(office), Is.EqualTo($"/office/picture/{second}"), "not what the teacher said since");
        Assert.That((await rig.PhotoAsync(second)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held));
        Assert.That(await office.ReadAsync($"/office/picture/{second}"), Does.Contain("Taken back: what you said last."));
        Assert.That((await rig.DetailAsync(first)).Absent, Is.EquivalentTo(new[] { rig.Ali, rig.Bea }));

        Assert.That(await UndoAsync(office), Is.EqualTo($"/office/picture/{first}"));
        Assert.That((await rig.DetailAsync(first)).Absent, Is.Empty, "both, for they were said in one act");
        Assert.That((await rig.PhotoAsync(first)).On(ChannelId.Website)!.IsAskedFor, Is.True, "asking is no such word");
        Assert.That((await rig.DetailAsync(rig.OakPhotos[2])).NobodyFromOutside, Is.True);

        Assert.That(await UndoAsync(office), Is.EqualTo($"/office/picture/{second}"), "it stays with the picture that is open");
        Assert.That(await office.ReadAsync($"/office/picture/{second}"), Does.Contain("There is nothing to take back"));
    }

    private async Task<string?> UndoAsync(SchoolClient office)
    {
        using var answer = await office.PostAsync("/office?handler=Undo", [new("at", rig.OakPhotos[1].ToString())], "/office");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        return answer.Headers.Location?.ToString();
    }
}
