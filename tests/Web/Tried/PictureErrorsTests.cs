using System.Net;
using MediaGuard.Journey;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Seals;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What is not said, sent, cleared, deleted or downloaded on the pages of pictures: the sentence, that nothing happened, and that the next right step works.</summary>
[FixtureLifeCycle(LifeCycle.SingleInstance), NonParallelizable]
public sealed class PictureErrorsTests
{
    private SchoolRig rig = null!;
    private SchoolClient office = null!;
    private SchoolClient teacher = null!;
    private MediaId[] hinted = [];
    private MediaId[] withElm = [];
    private MediaId forTheWebsite;

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        (office, teacher) = (await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Teacher));

        // all are taken before anything is decided: what was decided is taken up again by the next drain
        hinted = await BurstAsync(7, "Ali Ashgrove", "one");
        withElm = await BurstAsync(11, "two", "three");
        forTheWebsite = await rig.TakeAsync("Elm/gallery.png", DrawnPicture.Of(60, 61, 62));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Approve_OneTickedHasADoubtOfItsOwn_WaitsWithItsReasonUntilItIsDecidedAlone()
    {
        var (odd, shown) = (hinted[0], hinted[1]);
        using var none = await SayAsync(shown, "None", [odd], ("listed", rig.Ali.ToString()));
        using var outside = await SayAsync(shown, "Outside", [odd]);
        using var approved = await SayAsync(shown, "Approve&channel=seesaw", [odd]);
        Assert.That(
            await PageAsync(office, approved.Headers.Location!.ToString()),
            Does.Contain("Cleared for Seesaw: 1 of 2 pictures. With each of the others stands why it still waits.").And.Contain($"/office/picture/{odd}"));
        Assert.That((await VerdictAsync(shown), await VerdictAsync(odd)), Is.EqualTo(((Verdict?)Verdict.Cleared, (Verdict?)Verdict.Held)));

        using var alone = await SayAsync(odd, "Approve&channel=seesaw", []);
        Assert.That(await VerdictAsync(odd), Is.EqualTo(Verdict.Cleared));
    }

    [Test]
    public async Task Outside_OthersMayBeInTheFirst_IsSaidOfTheOtherOnItsOwnPageOnly()
    {
        var (shown, other) = (withElm[0], withElm[1]);
        using var with = await SayAsync(shown, "WithClass", [other], ("group", rig.Elm.ToString()));
        using var outside = await SayAsync(shown, "Outside", [other]);
        Assert.That(
            await PageAsync(office, $"/office/picture/{shown}"),
            Does.Contain("Said of this picture, and of 0 of the 1 ticked. Of the others it would mean something else: other people are named in them, or may be."));
        Assert.That(((await rig.DetailAsync(shown)).NobodyFromOutside, (await rig.DetailAsync(other)).NobodyFromOutside), Is.EqualTo((true, false)));

        using var there = await SayAsync(other, "Outside", []);
        Assert.That((await rig.DetailAsync(other)).NobodyFromOutside, Is.True);
    }

    [Test]
    public async Task Delete_OfWhatIsGone_SaysSoAndLeavesItAsItIs()
    {
        var page = $"/office/picture/{rig.OakPhotos[3]}";
        using var deleted = await office.PostAsync(page + "?handler=Delete", [], page);
        using var again = await office.PostAsync(page + "?handler=Delete", [], page);
        Assert.That(await PageAsync(office, page), Does.Contain("Nothing was deleted: there is nothing of it here that may be."));
        Assert.That((await rig.PhotoAsync(rig.OakPhotos[3])).Status, Is.EqualTo(MediaStatus.Gone));
    }

    [Test]
    public async Task Delete_OfWhatTheLeadNeeds_GoesOnceTheIncidentIsClosed()
    {
        var photo = rig.OakPhotos[1];
        var page = $"/office/picture/{photo}";
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var sent = await teacher.PostAsync($"/teacher/picture/{photo}?handler=Seal", [new("why", "a bruise")], $"/teacher/picture/{photo}");
        var incident = (await rig.Services.GetRequiredService<ISealBook>().ListAsync(rig.School, default)).Single(s => s.Media == photo).Incident;
        using var released = await lead.PostAsync($"/lead/sealed?handler=Release&id={photo}", [new("why", "a shadow")], "/lead/sealed");

        var before = (await rig.PhotoAsync(photo)).Status;
        using var refused = await office.PostAsync(page + "?handler=Delete", [], page);
        Assert.That(await PageAsync(office, page), Does.Contain("Nothing was deleted: the safeguarding lead needs the picture kept for now. Ask them when it may go."));
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.EqualTo(before).And.Not.EqualTo(MediaStatus.Gone));

        var about = $"/lead/incidents/{incident:N}";
        using var told = await lead.PostAsync(about + "?handler=Tell&party=Coordinator", [], about);
        using var closed = await lead.PostAsync(about + "?handler=Close", [new("outcome", "a shadow")], about);
        using var deleted = await office.PostAsync(page + "?handler=Delete", [], page);
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.EqualTo(MediaStatus.Gone));
    }

    [Test]
    public async Task Seal_WithoutAWordOrWithTooMany_IsSentOnceItIsSaidWhy()
    {
        var page = $"/teacher/picture/{rig.OakPhotos[0]}";
        foreach (var why in new[] { " ", new string('a', 1001) })
        {
            using var unsaid = await teacher.PostAsync(page + "?handler=Seal", [new("why", why), new("illegal", "true")], page);
            var answer = WebUtility.HtmlDecode(await unsaid.Content.ReadAsStringAsync());
            Assert.That(answer, Does.Contain("Not sent yet: say what worries you, in at most 1,000 letters."));
            Assert.That(answer, Does.Contain($"value=\"{why.Trim()}\"").And.Contain("<details id=\"send-to-lead\" open").And.Match("name=\"illegal\" value=\"true\" checked"), "what was typed and ticked is kept");
            Assert.That((await rig.PhotoAsync(rig.OakPhotos[0])).Status, Is.Not.EqualTo(MediaStatus.Sealed));
        }

        var waiting = $"/office/picture/{rig.OakPhotos[0]}";
        using var again = await office.PostAsync(waiting + "?handler=Seal", [new("why", " ")], waiting);
        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("say what worries you").And.Not.Contain("it no longer waits"), "it keeps its place in the queue");

        using var sent = await teacher.PostAsync(page + "?handler=Seal", [new("why", new string('a', 1000))], page);
        Assert.That((await rig.PhotoAsync(rig.OakPhotos[0])).Status, Is.EqualTo(MediaStatus.Sealed));
    }

    [Test]
    public async Task Seal_OfAPhotoThatIsJustBeingTakenIn_TellsTheLeadAndSealsItOnceItIsTaken()
    {
        await File.WriteAllBytesAsync(Path.Combine(rig.Data, "share", "Oak", "new.png"), DrawnPicture.Of(63, 64, 65));
        var school = (await rig.Services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single();
        var photo = (await rig.Services.GetRequiredService<Noticer>().LookAsync(school, default)).New.Single();
        var page = $"/office/picture/{photo}";
        using var early = await office.PostAsync(page + "?handler=Seal", [new("why", "a bruise")], page);
        Assert.That(await PageAsync(office, "/office"), Does.Contain("The lead has been told. MediaGuard is just working on the picture; it goes under seal by itself in a moment."));
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.EqualTo(MediaStatus.Noticed));

        await rig.DrainAsync();
        await rig.DrainAsync();
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.EqualTo(MediaStatus.Sealed));
        Assert.That((await rig.Services.GetRequiredService<ISealBook>().ListAsync(rig.School, default)).Single(s => s.Media == photo).Why, Is.EqualTo("a bruise"));
    }

    [Test]
    public async Task Seal_OfWhatIsGone_TellsTheLeadAllTheSame()
    {
        var photo = await rig.TakeAsync("Oak/gone.png", DrawnPicture.Of(66, 67, 68));
        var page = $"/office/picture/{photo}";
        using var deleted = await office.PostAsync(page + "?handler=Delete", [], page);
        using var sent = await office.PostAsync(page + "?handler=Seal", [new("why", "it was a burn")], page);
        Assert.That(await PageAsync(office, "/office"), Does.Contain("The lead has been told. Of the picture nothing is left here that could go under seal."));
        var incidents = rig.Services.GetRequiredService<IIncidentBook>();
        var opened = (await incidents.ListAsync(rig.School, false, default))[0];
        Assert.That((await incidents.FindAsync(rig.School, opened.Id, default))!.What, Is.EqualTo("it was a burn"));
    }

    [Test]
    public async Task Sheet_TheRestNotTicked_KeepsTheTapsAndIsNotedOnceItIs()
    {
        var photo = rig.OakPhotos[2];
        var path = $"/teacher/sheet?class={rig.Oak}&day={rig.DayText}&channel=seesaw";
        KeyValuePair<string, string>[] sheet = [new("pictures", photo.ToString()), new("listed", rig.Ali.ToString()), new("in", $"{photo}:{rig.Ali}")];
        using var unticked = await teacher.PostAsync(path, sheet, path);
        Assert.That(
            WebUtility.HtmlDecode(await unticked.Content.ReadAsStringAsync()),
            Does.Contain("Tick the box in step 2 if it is so. If you are not sure about a picture, look closely at it first.").And.Contain("checked=\"checked\""));
        Assert.That((await rig.DetailAsync(photo)).Said, Is.Empty);

        using var ticked = await teacher.PostAsync(path, [.. sheet, new("rest", "true")], path);
        Assert.That((await rig.PhotoAsync(photo)).Named, Is.EqualTo(new[] { rig.Ali }));
    }

    [Test]
    public async Task Gallery_NothingTicked_DownloadsNothingUntilSomethingIs()
    {
        await rig.ClearAsync(forTheWebsite);
        var editor = await rig.AsAsync(SchoolRole.Editor);
        using var none = await editor.PostAsync("/editor?handler=Zip", [new("size", "web")], "/editor");
        Assert.That(
            WebUtility.HtmlDecode(await none.Content.ReadAsStringAsync()),
            Does.Contain("No picture is chosen").And.Contain("Tick the pictures you want, then download them together.").And.Contain(forTheWebsite.ToString()));

        using var one = await editor.PostAsync("/editor?handler=Zip", [new("size", "web"), new("chosen", forTheWebsite.ToString())], "/editor");
        Assert.That(one.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/zip"));
    }

    private async Task<MediaId[]> BurstAsync(int seed, params string[] names)
    {
        var burst = new List<MediaId>();
        foreach (var name in names)
        {
            burst.Add(await rig.TakeAsync($"Oak/{name}.png", DrawnPicture.Shot(seed, (byte)burst.Count)));
        }

        return [.. burst];
    }

    private Task<HttpResponseMessage> SayAsync(MediaId shown, string handler, IEnumerable<MediaId> ticked, params (string Name, string Value)[] fields) => office.PostAsync(
        $"/office/picture/{shown}?handler={handler}",
        fields.Select(f => KeyValuePair.Create(f.Name, f.Value)).Concat(ticked.Select(t => KeyValuePair.Create("also", t.ToString()))),
        $"/office/picture/{shown}");

    private async Task<Verdict?> VerdictAsync(MediaId photo) => (await rig.PhotoAsync(photo)).On(ChannelId.Seesaw)!.Verdict;

    private static async Task<string> PageAsync(SchoolClient client, string path) => WebUtility.HtmlDecode(await client.ReadAsync(path));
}
