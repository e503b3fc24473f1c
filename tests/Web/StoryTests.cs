using System.IO.Compression;
using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>What people do on the pages, and what the books say afterwards. The steps follow each other.</summary>
public sealed class StoryTests
{
    private SchoolRig rig = null!;

    private string SheetPath => $"/teacher/sheet?class={rig.Oak}&day={rig.DayText}&channel=seesaw";

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Day_FromContactSheetToDownload_GoesAsThePagesSay()
    {
        Assert.That(await DayAsync(), Does.Contain($"<a href=\"{SheetPath}\">The contact sheet</a>"), "a card that waits for the sheet leads to it");
        await Sheet_First_ListsRefusersTicksNothingAndLeavesDoubtfulPicturesOutAsync();
        await Sheet_RestNotTicked_SaysNothingAndKeepsTheTapsAsync();
        await Sheet_Sent_ClearsTheRestRefusesTheTappedAndLeavesForeignAndDoubtfulAloneAsync();
        await Sheet_TakenBack_WaitsAgainAsync();
        await Star_OfAPicture_AsksForTheWebsiteAndHoldsForThoseWhoRefusedItAsync();
        await Editor_BeforeItIsCleared_SeesNothingOfItAsync();
        await Office_SaysWhoIsAbsent_ClearsItAsync();
        await Editor_OnceCleared_DownloadsOneAndZipsOnlyWhatPassesAsync();
        await Office_NotAFaceAndApproval_ClearTheDoubtfulOneAsync();
        await Office_ApprovingWithoutKnowingWhoIsInIt_ClearsNothingAndSaysSoAsync();
        await Unfit_SaidByTheTeacher_RefusesEverywhereAndIsNotTheTeachersToTakeBackAsync();
        await Unfit_OfOneNobodyAskedFor_IsNotShownAsync();
    }

    private async Task<string> DayAsync() => await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync($"/teacher?class={rig.Oak}&day={rig.DayText}");

    private async Task Sheet_First_ListsRefusersTicksNothingAndLeavesDoubtfulPicturesOutAsync()
    {
        var page = await (await rig.AsAsync(SchoolRole.Teacher)).ReadAsync(SheetPath);
        Assert.That(page, Does.Contain("Ali Ashgrove").And.Not.Contain("Bea Birchall").And.Not.Contain("Cem Cedarholt"));
        Assert.That(page, Does.Not.Contain("checked"));
        Assert.That(page, Does.Contain($"data-picture=\"{rig.OakPhotos[0]}\"").And.Contain($"data-picture=\"{rig.OakPhotos[2]}\""));
        Assert.That(page, Does.Not.Contain($"data-picture=\"{rig.OakPhotos[3]}\"").And.Contain($"/teacher/picture/{rig.OakPhotos[3]}"));
    }

    private async Task Sheet_RestNotTicked_SaysNothingAndKeepsTheTapsAsync()
    {
        var answer = await SendSheetAsync(rig.OakPhotos, tick: false);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Nothing was said yet").And.Contain("checked=\"checked\""));
        Assert.That((await rig.DetailAsync(rig.OakPhotos[0])).Said, Is.Empty);
    }

    private async Task Sheet_Sent_ClearsTheRestRefusesTheTappedAndLeavesForeignAndDoubtfulAloneAsync()
    {
        var answer = await SendSheetAsync([.. rig.OakPhotos, rig.ElmPhoto], tick: true);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));

        var tapped = await rig.DetailAsync(rig.OakPhotos[0]);
        Assert.That(tapped.Photo.Named, Is.EqualTo(new[] { rig.Ali }));
        Assert.That(tapped.Photo.On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Refused));
        foreach (var rest in rig.OakPhotos.Skip(1).Take(2))
        {
            var detail = await rig.DetailAsync(rest);
            Assert.That(detail.Absent, Is.EquivalentTo(new[] { rig.Ali }));
            Assert.That(detail.NobodyFromOutside, Is.True);
            Assert.That(detail.Photo.On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Cleared));
        }

        Assert.That((await rig.DetailAsync(rig.OakPhotos[3])).Said, Is.Empty, "a doubtful picture is not attested in a batch");
        Assert.That((await rig.DetailAsync(rig.ElmPhoto)).Said, Is.Empty, "another class's picture is not attested");
        Assert.That(await DayAsync(), Does.Not.Contain("The contact sheet"), "no card leads to the sheet that was done");
    }

    private async Task Sheet_TakenBack_WaitsAgainAsync()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[2];
        using var answer = await teacher.PostAsync(SheetPath + "&handler=TakeBack", [new("id", media.ToString())], SheetPath);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held));
    }

    private async Task Star_OfAPicture_AsksForTheWebsiteAndHoldsForThoseWhoRefusedItAsync()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[1];
        using var answer = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "website"), new("on", "true")], "/teacher");
        Assert.That((await rig.PhotoAsync(media)).On(ChannelId.Website), Is.Not.Null.And.Property("IsAskedFor").True.And.Property("Verdict").EqualTo(Verdict.Held));
    }

    private async Task Editor_BeforeItIsCleared_SeesNothingOfItAsync()
    {
        var editor = await rig.AsAsync(SchoolRole.Editor);
        Assert.That(await editor.ReadAsync("/editor"), Does.Not.Contain(rig.OakPhotos[1].ToString()));
        using var look = await editor.GetAsync($"/pictures/{rig.OakPhotos[1]}/view");
        Assert.That(look.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task Office_SaysWhoIsAbsent_ClearsItAsync()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var path = $"/office/picture/{rig.OakPhotos[1]}";
        var page = await office.ReadAsync(path);
        Assert.That(page, Does.Contain("Bea Birchall"));
        Assert.That(page.Split("data-key=\"a\""), Has.Length.EqualTo(2), "one button is the key's");
        Assert.That(page[page.IndexOf("class=\"stays\"", StringComparison.Ordinal)..page.IndexOf("class=\"work\"", StringComparison.Ordinal)], Does.Contain("verdicts").And.Contain("Waiting").And.Contain("id=\"note\""));
        using var answer = await office.PostAsync(path + "?handler=None", [new("listed", rig.Ali.ToString()), new("listed", rig.Bea.ToString())], path);
        Assert.That((await rig.PhotoAsync(rig.OakPhotos[1])).On(ChannelId.Website)!.Verdict, Is.EqualTo(Verdict.Cleared));
    }

    private async Task Editor_OnceCleared_DownloadsOneAndZipsOnlyWhatPassesAsync()
    {
        var editor = await rig.AsAsync(SchoolRole.Editor);
        Assert.That(await editor.ReadAsync("/editor"), Does.Contain(rig.OakPhotos[1].ToString()));
        using var one = await editor.PostAsync("/editor?handler=One", [new("id", rig.OakPhotos[1].ToString())], "/editor");
        Assert.That(one.Content.Headers.ContentType?.MediaType, Is.EqualTo("image/jpeg"));
        Assert.That((await one.Content.ReadAsByteArrayAsync()).AsSpan(0, 2).ToArray(), Is.EqualTo(new byte[] { 0xFF, 0xD8 }));
        Assert.That(one.Content.Headers.ContentDisposition?.FileName, Does.Match("^[0-9a-f]{32}\\.jpg$"));

        using var zip = await editor.PostAsync("/editor?handler=Zip", [new("chosen", rig.OakPhotos[1].ToString()), new("chosen", rig.OakPhotos[0].ToString())], "/editor");
        await using var archive = await ZipArchive.CreateAsync(await zip.Content.ReadAsStreamAsync(), ZipArchiveMode.Read, leaveOpen: false, entryNameEncoding: null);
        string[] names = [.. archive.Entries.Select(e => e.Name).Order(StringComparer.Ordinal)];
        Assert.That(names, Has.Length.EqualTo(2));
        Assert.That(names[0], Does.Match("^[0-9a-f]{32}\\.jpg$"));
        Assert.That(names[1], Is.EqualTo("left-out.txt"));
    }

    private async Task Office_NotAFaceAndApproval_ClearTheDoubtfulOneAsync()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var path = $"/office/picture/{rig.OakPhotos[3]}";
        using var none = await office.PostAsync(path + "?handler=None", [new("listed", rig.Ali.ToString())], path);
        using var outside = await office.PostAsync(path + "?handler=Outside", [], path);
        Assert.That((await rig.PhotoAsync(rig.OakPhotos[3])).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held), "the doubt still stands");
        using var approved = await office.PostAsync(path + "?handler=Approve&channel=seesaw", [], path);
        Assert.That((await rig.PhotoAsync(rig.OakPhotos[3])).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Cleared));
        Assert.That(approved.Headers.Location?.ToString(), Is.Not.EqualTo(path), "a decided picture makes way for the next");
    }

    private async Task Office_ApprovingWithoutKnowingWhoIsInIt_ClearsNothingAndSaysSoAsync()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var path = $"/office/picture/{rig.ElmPhoto}";
        using var answer = await office.PostAsync(path + "?handler=Approve&channel=seesaw", [], path);
        Assert.That(answer.Headers.Location?.ToString(), Is.EqualTo(path));
        Assert.That(await office.ReadAsync(path), Does.Contain("not cleared for Seesaw"));
        Assert.That((await rig.PhotoAsync(rig.ElmPhoto)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held));
    }

    private async Task Unfit_SaidByTheTeacher_RefusesEverywhereAndIsNotTheTeachersToTakeBackAsync()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[1];
        using var said = await teacher.PostAsync("/teacher?handler=Unfit", [new("id", media.ToString())], "/teacher");
        using var back = await teacher.PostAsync($"/teacher/picture/{media}?handler=TakeBack&kind=RefusedFor", [], "/teacher");
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That((await rig.PhotoAsync(media)).Channels.Where(c => c.IsAskedFor).Select(c => c.Verdict), Has.All.EqualTo(Verdict.Refused));
        var editor = await rig.AsAsync(SchoolRole.Editor);
        using var answer = await editor.PostAsync("/editor?handler=One", [new("id", media.ToString())], "/editor");
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("may no longer go on the website"));
    }

    private async Task Unfit_OfOneNobodyAskedFor_IsNotShownAsync()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        var media = rig.OakPhotos[2];
        using var unasked = await teacher.PostAsync("/teacher?handler=Ask", [new("id", media.ToString()), new("channel", "seesaw"), new("on", "false")], "/teacher");
        Assert.That(await CardAsync(), Does.Contain("<img").And.Contain("Nobody asked for it"));
        using var said = await teacher.PostAsync("/teacher?handler=Unfit", [new("id", media.ToString())], "/teacher");
        Assert.That(await CardAsync(), Does.Contain("Not shown").And.Contain("it goes nowhere").And.Not.Contain("<img").And.Not.Contain("Nobody asked for it"));

        async Task<string> CardAsync() => (await teacher.ReadAsync($"/teacher?class={rig.Oak}")).Split($"id=\"p-{media}\"")[1].Split("</li>")[0];
    }

    /// <summary>Ali is tapped in the first picture.</summary>
    private async Task<HttpResponseMessage> SendSheetAsync(IEnumerable<MediaId> pictures, bool tick)
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        List<KeyValuePair<string, string>> fields =
        [
            new("pictures", string.Join(' ', pictures)),
            new("listed", rig.Ali.ToString()),
            new("in", $"{rig.OakPhotos[0]}:{rig.Ali}"),
        ];
        if (tick)
        {
            fields.Add(new("rest", "true"));
        }

        return await teacher.PostAsync(SheetPath, fields, SheetPath);
    }
}
