using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>Blurring and cropping from the office's page, and who gets to see which picture.</summary>
public sealed class RedactionPagesTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Blur_ForTheWebsite_IsAllTheEditorEverSeesAndTheClassSeesThePictureAsItIs()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var media = rig.OakPhotos[0];
        var path = $"/office/picture/{media}";
        var face = await NameAsync(office, media, rig.Bea);
        Assert.That((await VerdictAsync(media, ChannelId.Seesaw), await VerdictAsync(media, ChannelId.Website)), Is.EqualTo((Verdict.Cleared, Verdict.Refused)));

        using var blurred = await office.PostAsync($"{path}?handler=Blur&face={face}&channel=website", [], path);
        Assert.That(blurred.Headers.Location?.ToString(), Is.EqualTo(path));
        Assert.That((await VerdictAsync(media, ChannelId.Seesaw), await VerdictAsync(media, ChannelId.Website)), Is.EqualTo((Verdict.Cleared, Verdict.Cleared)));
        var page = await office.ReadAsync(path);
        Assert.That(page, Does.Contain("What goes to Website").And.Contain("Blurred for").And.Contain($"/pictures/{media}/thumb?channel=website"));

        var (whole, website) = (await LookAsync(office, $"/pictures/{media}/view"), await LookAsync(office, $"/pictures/{media}/view?channel=website"));
        Assert.That(website, Is.Not.EqualTo(whole));
        Assert.That(await LookAsync(office, $"/pictures/{media}/view?channel=seesaw"), Is.EqualTo(whole));
        var editor = await rig.AsAsync(SchoolRole.Editor);
        foreach (var look in new[] { "view", "view?channel=seesaw", "view?channel=website" })
        {
            Assert.That(await LookAsync(editor, $"/pictures/{media}/{look}"), Is.EqualTo(website), look);
        }

        Assert.That(await LookAsync(editor, $"/pictures/{media}/thumb"), Is.EqualTo(await LookAsync(office, $"/pictures/{media}/thumb?channel=website")));
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var own = $"/teacher/picture/{media}";
        using var notTheirs = await teacher.PostAsync($"{own}?handler=TakeBack&kind=Blurred&face={face}&channel=website", [], own);
        Assert.That(notTheirs.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await teacher.ReadAsync(own), Does.Not.Contain("Blur for").And.Contain("What goes to Website"));
        using var nor = await teacher.PostAsync($"{own}?handler=Blur&face={face}&channel=seesaw", [], own);
        Assert.That((await rig.DetailAsync(media)).Redactions.Select(r => r.Channel), Is.EqualTo(new[] { ChannelId.Website }), "blurring is the office's");

        using var back = await office.PostAsync($"{path}?handler=TakeBack&kind=Blurred&face={face}&channel=website", [], path);
        Assert.That(await VerdictAsync(media, ChannelId.Website), Is.EqualTo(Verdict.Refused));
        using var gone = await editor.GetAsync($"/pictures/{media}/view");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Crop_WithNumbersThatMakeNoPicture_SaysWhatToDoAndWithOthersIsShown()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var media = rig.OakPhotos[1];
        var path = $"/office/picture/{media}";
        foreach (var (left, width) in new[] { ("", "50"), ("10", "1"), ("10", "x"), ("99", "100"), ("10", "15") })
        {
            using var wrong = await office.PostAsync($"{path}?handler=Crop&channel=seesaw", Kept("seesaw", left, "0", width, "100"), path);
            Assert.That((await rig.DetailAsync(media)).Redactions, Is.Empty, $"{left} {width}");
        }

        Assert.That(await office.ReadAsync(path), Does.Contain("draw a box that lies in the picture"));
        using var cropped = await office.PostAsync($"{path}?handler=Crop&channel=seesaw", Kept("seesaw", "51.5", "0", "80", "100"), path);
        var redaction = (await rig.DetailAsync(media)).Redactions.Single();
        Assert.That((redaction.Channel, redaction.Kept), Is.EqualTo((ChannelId.Seesaw, (PixelBox?)new PixelBox(49, 0, 47, 96))));
        Assert.That(await LookAsync(office, $"/pictures/{media}/view?channel=seesaw"), Is.Not.EqualTo(await LookAsync(office, $"/pictures/{media}/view")));

        // the finder of these tests sees a face at the same place of any picture: in this copy it is one nobody answered
        Assert.That(redaction.Found.Select(f => f.Box), Is.EqualTo(new[] { new PixelBox(69, 20, 50, 50) }));
        var page = await office.ReadAsync(path);
        Assert.That(page, Does.Contain("Take back the crop").And.Contain($"id=\"face-{redaction.Found[0].Number}\""));
        using var answered = await office.PostAsync($"{path}?handler=NotAFace&face={redaction.Found[0].Id}", [], path);
        Assert.That((await rig.DetailAsync(media)).Redactions.Single().Found.Single().IsNotAFace, Is.True);
        using var back = await office.PostAsync($"{path}?handler=TakeBack&kind=Cropped&channel=seesaw", [], path);
        Assert.That((await rig.DetailAsync(media)).Redactions, Is.Empty);
    }

    private async Task<FaceId> NameAsync(SchoolClient office, MediaId media, PersonId person)
    {
        var path = $"/office/picture/{media}";
        var face = (await rig.DetailAsync(media)).Faces.Single().Id;
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        using var asked = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "website"), new("on", "true")], "/teacher");
        using var named = await office.PostAsync($"{path}?handler=Name&face={face}", [new("person", person.ToString())], path);
        using var nobody = await office.PostAsync($"{path}?handler=NobodyElse", [], path);
        return face;
    }

    private async Task<Verdict?> VerdictAsync(MediaId media, ChannelId channel) => (await rig.PhotoAsync(media)).On(channel)!.Verdict;

    private static async Task<byte[]> LookAsync(SchoolClient client, string path)
    {
        using var answer = await client.GetAsync(path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), path);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static KeyValuePair<string, string>[] Kept(string channel, string left, string top, string width, string height) =>
        [new($"kept[{channel}].Left", left), new($"kept[{channel}].Top", top), new($"kept[{channel}].Width", width), new($"kept[{channel}].Height", height)];
}
