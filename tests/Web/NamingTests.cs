using System.Net;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Who a face is: typed, chosen, not a pupil, or missed by the detectors. Without scripts.</summary>
public sealed class NamingTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Find_ByTheOffice_ShowsTheClassFirstAndByATeacherOnlyTheOwnClasses()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var path = $"/office/picture/{rig.OakPhotos[0]}";
        var found = await FoundAsync(office, path, "d");
        Assert.That(found, Does.Contain("Dan Dogwood").And.Contain("Elm").And.Not.Contain("Ali"));
        found = await FoundAsync(office, path, "");
        Assert.That(found, Does.Contain("Ali Ashgrove").And.Contain("Cem Cedarholt").And.Not.Contain("Dan"));
        Assert.That(await FoundAsync(office, path, "zzz"), Does.Contain("Nobody on the register has a name like this."));

        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        Assert.That(await FoundAsync(teacher, $"/teacher/picture/{rig.OakPhotos[0]}", "d"), Does.Contain("Nobody in your classes").And.Not.Contain("Dan"));
        Assert.That(await FoundAsync(teacher, $"/teacher/picture/{rig.OakPhotos[0]}", "a"), Does.Contain("Ali Ashgrove"));
    }

    [Test]
    public async Task Name_Typed_NamesTheOnlyOneMeantAndOtherwiseAsksWho()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var media = rig.OakPhotos[0];
        var path = $"/office/picture/{media}";
        var face = (await rig.DetailAsync(media)).Faces.Single().Id;

        using var unclear = await office.PostAsync($"{path}?handler=Name&face={face}", [new($"who[{face}]", "")], path);
        Assert.That(unclear.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await unclear.Content.ReadAsStringAsync(), Does.Contain($"value=\"{rig.Ali}\"").And.Contain("Names that fit"));
        Assert.That((await rig.DetailAsync(media)).Faces.Single().Name, Is.Null, "nobody is named by guessing");

        using var typed = await office.PostAsync($"{path}?handler=Name", [new($"who[{face}]", "bircha")], path);
        Assert.That(typed.Headers.Location?.ToString(), Is.EqualTo(path), "no name stands in an address");
        Assert.That((await rig.DetailAsync(media)).Faces.Single().Name, Is.EqualTo("Bea Birchall"), "Enter in the only field filled in means that face");

        using var chosen = await office.PostAsync($"{path}?handler=Name&face={face}", [new("person", rig.Dan.ToString())], path);
        Assert.That((await rig.DetailAsync(media)).Faces.Single().Name, Is.EqualTo("Dan Dogwood"));

        using var without = await office.PostAsync($"{path}?handler=Name", [new($"who[nobody]", "Cem Cedar")], path);
        Assert.That((await rig.DetailAsync(media)).Said.Select(s => (s.Kind, s.Person)), Does.Contain((AttestationKind.InPicture, "Cem Cedarholt")));

        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var own = $"/teacher/picture/{media}";
        using var foreign = await teacher.PostAsync($"{own}?handler=Name&face={face}", [new("person", rig.Eva.ToString())], own);
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task NotAPupil_KeepsThePictureFromTheWebsiteAndNotFromSeesaw()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var media = rig.OakPhotos[1];
        var path = $"/office/picture/{media}";
        var face = (await rig.DetailAsync(media)).Faces.Single().Id;
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        using var asked = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "website"), new("on", "true")], "/teacher");
        using var adult = await office.PostAsync($"{path}?handler=NotAPupil&face={face}", [], path);
        using var nobody = await office.PostAsync($"{path}?handler=NobodyElse", [], path);
        var photo = await rig.PhotoAsync(media);
        Assert.That((photo.On(ChannelId.Seesaw)!.Verdict, photo.On(ChannelId.Website)!.Verdict), Is.EqualTo((Verdict.Cleared, Verdict.Held)));
        Assert.That(photo.On(ChannelId.Website)!.Reasons.Select(r => (r.Code, r.FaceNumber, r.CanBeApproved)), Is.EqualTo(new[] { (ReasonCode.AdultNotOnRegister, (int?)1, false) }));
        Assert.That(await office.ReadAsync(path), Does.Contain("A grown-up, not on the register"));
    }

    [Test]
    public async Task AddFace_AfterACopyIsOut_OrdersItBackUntilItIsNamed()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var media = rig.OakPhotos[2];
        var path = $"/office/picture/{media}";
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        using var asked = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "website"), new("on", "true")], "/teacher");
        var face = (await rig.DetailAsync(media)).Faces.Single().Id;
        using var named = await office.PostAsync($"{path}?handler=Name&face={face}", [new($"who[{face}]", "cem")], path);
        using var nobody = await office.PostAsync($"{path}?handler=NobodyElse", [], path);
        await rig.Services.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website)!.IsOut, Is.True);

        foreach (var (left, width) in new[] { ("10", ""), ("10", "1"), ("99", "50"), ("x", "20"), ("NaN", "20"), ("-500", "20") })
        {
            using var wrong = await office.PostAsync($"{path}?handler=AddFace", Box(left, "50", width, "30"), path);
            Assert.That((await rig.DetailAsync(media)).Faces, Has.Count.EqualTo(1), $"{left} {width}");
        }

        Assert.That(await office.ReadAsync(path), Does.Contain("draw a box that lies in the picture"));
        using var added = await office.PostAsync($"{path}?handler=AddFace", Box("50", "50", "25", "60"), path);
        var detail = await rig.DetailAsync(media);
        Assert.That(detail.Faces.Select(f => (f.Number, f.IsByHand, f.Box)), Does.Contain((2, true, new PixelBox(48, 48, 24, 48))), "what hangs over the edge is cut off");
        Assert.That((detail.Photo.On(ChannelId.Website)!.IsOut, detail.Photo.On(ChannelId.Website)!.Verdict), Is.EqualTo((false, (Verdict?)Verdict.Held)));
        Assert.That(detail.Photo.On(ChannelId.Website)!.IsComingBack, Is.True);

        var drawn = detail.Faces.Single(f => f.IsByHand).Id;
        using var away = await office.PostAsync($"{path}?handler=TakeBack&kind=FaceAdded&face={drawn}", [], path);
        detail = await rig.DetailAsync(media);
        Assert.That(detail.Faces, Has.Count.EqualTo(1));
        Assert.That(detail.Photo.On(ChannelId.Website)!.Reasons.Select(r => r.Code), Is.EqualTo(new[] { ReasonCode.TakenBackBefore }), "what came back does not go out by itself");
    }

    private static async Task<string> FoundAsync(SchoolClient client, string path, string typed)
    {
        using var answer = await client.PostAsync(path + "?handler=Find", [new("typed", typed)], path);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return await answer.Content.ReadAsStringAsync();
    }

    private static KeyValuePair<string, string>[] Box(string left, string top, string width, string height) =>
        [new("drawn.Left", left), new("drawn.Top", top), new("drawn.Width", width), new("drawn.Height", height)];
}
