using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What an import says when its file can't be read or applied, or when it can't be undone: the register stays as it was.</summary>
[TestFixture, NonParallelizable, FixtureLifeCycle(LifeCycle.SingleInstance)]
public sealed partial class ImportErrorsTests
{
    private const string Import = "/office/register/import";
    private const string Edit = "/office/register/edit";

    /// <summary>In every file: one of which nobody is known is refused.</summary>
    private const string Gil = "A1,Gorse,Gil,Oak\n";

    private SchoolRig rig = null!;
    private SchoolClient office = null!;

    private IRegisterViews Views => rig.Services.GetRequiredService<IRegisterViews>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        office = await rig.AsAsync(SchoolRole.Office);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task File_FarTooLargeOrNone_IsNotReadAndAnotherCanBeChosen()
    {
        using var large = await office.UploadAsync(Import, "file", "school.csv", new byte[(20 << 20) + 1]);
        Assert.That(await PageAsync(large), Does.Contain("The file is far larger than a school's register."));
        using var none = await office.UploadAsync(Import, Import, "file", Array.Empty<(string Name, byte[] Bytes)>());
        Assert.That(await PageAsync(none), Does.Contain("Choose the file first."));
        using var empty = await office.UploadAsync(Import, "file", "school.csv", Array.Empty<byte>());
        Assert.That(await PageAsync(empty), Does.Contain("Choose the file first."));
        Assert.That(await DraftAsync(Gil), Does.StartWith(Import + "/"));
    }

    [Test]
    public async Task Apply_AfterTheRegisterChanged_ChangesNothingUntilTheDifferenceWasSeenAgain()
    {
        var draft = await DraftAsync(Gil);
        var token = TokenOf(await office.ReadAsync(draft));
        using var added = await office.PostAsync(Edit, [new("FullName", "Hal Hawthorn"), new("Kind", "pupil")], Edit);
        var before = await RunsAsync();
        Assert.That(await ApplyAsync(draft, token), Is.EqualTo(draft));
        var page = WebUtility.HtmlDecode(await office.ReadAsync(draft));
        Assert.That(page, Does.Contain("Nothing was applied: the register changed meanwhile. Look at the difference again."));
        Assert.That(await RunsAsync(), Is.EqualTo(before));
        Assert.That(await ApplyAsync(draft, TokenOf(page)), Is.EqualTo("/office/register"));
    }

    [Test]
    public async Task Apply_OfAFileThatIsRefused_ChangesNothingAndItCanBeGivenUp()
    {
        using var sent = await office.UploadAsync(Import, "file", "a.csv", "Number;Surname;Forename;Form;Web pictures?\n1;Cedarholt;Cem;Oak;ok\n"u8.ToArray());
        var (draft, before) = (sent.Headers.Location!.ToString(), await RunsAsync());
        Assert.That(await ApplyAsync(draft, "00000000"), Is.EqualTo(draft));
        Assert.That(WebUtility.HtmlDecode(await office.ReadAsync(draft)), Does.Contain("Nothing was applied.").And.Contain("Nothing of this file can be applied"));
        Assert.That(await RunsAsync(), Is.EqualTo(before));
        using var dropped = await office.PostAsync(draft + "?handler=Drop", [], draft);
        Assert.That(await office.ReadAsync(Import), Does.Contain("Given up: nothing was changed, and the file is deleted here."));
    }

    [Test]
    public async Task Undo_TwiceOrOfNoImport_SaysSoAndChangesNothing()
    {
        var run = await ImportAsync(Gil + "C3,Hazel,Hue,Oak\n");
        Assert.That(await UndoAsync(run), Does.Contain("Undone: the register is as it was before."));
        var before = (await PeopleAsync()).Select(p => p.Id).ToList();
        Assert.That(await UndoAsync(run), Does.Contain("It was undone before."));
        Assert.That(await UndoAsync(Guid.CreateVersion7()), Does.Contain("There is no such import."));
        Assert.That((await PeopleAsync()).Select(p => p.Id), Is.EqualTo(before));
    }

    [Test]
    public async Task Undo_OfWhatWasChangedSince_IsRefusedAndMendedByHand()
    {
        var run = await ImportAsync(Gil + "B2,Fir,Fay,Oak\n");
        var fay = (await PeopleAsync()).Single(p => p.Key == "B2").Id;
        using var changed = await office.PostAsync($"{Edit}/{fay}", [new("FullName", "Fay Fir"), new("PreferredName", "Faye"), new("Kind", "pupil"), new("Key", "B2"), new("Seen", await SeenAsync($"{Edit}/{fay}"))], Edit);
        Assert.That(await UndoAsync(run), Does.Contain("Not undone: something it made or changed was used or changed since. Mend it by hand or by another import."));
        Assert.That((await PeopleAsync()).Single(p => p.Id == fay).PreferredName, Is.EqualTo("Faye"));

        using var mended = await office.PostAsync($"{Edit}/{fay}", [new("FullName", "Fay Fir"), new("Kind", "pupil"), new("Key", "B2"), new("LeftOn", rig.DayText), new("Seen", await SeenAsync($"{Edit}/{fay}"))], Edit);
        Assert.That((await PeopleAsync()).Single(p => p.Id == fay).LeftOn, Is.EqualTo(rig.Day));
    }

    private async Task<string> SeenAsync(string page) => WebUtility.HtmlDecode(Seen().Match(await office.ReadAsync(page)).Groups[1].Value);

    private static async Task<string> PageAsync(HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    private static string TokenOf(string page) => Token().Match(page).Groups[1].Value;

    /// <summary>Uploads a file; returns where its difference is shown.</summary>
    private async Task<string> DraftAsync(string rows)
    {
        using var sent = await office.UploadAsync(Import, "file", "a.csv", Encoding.UTF8.GetBytes("UPN,Legal Surname,Legal Forename,Reg\n" + rows));
        return sent.Headers.Location!.ToString();
    }

    /// <summary>Returns where the browser is sent to.</summary>
    private async Task<string> ApplyAsync(string draft, string token)
    {
        using var applied = await office.PostAsync(draft + "?handler=Apply", [new("token", token), new("sure", "true")], draft);
        return applied.Headers.Location!.ToString();
    }

    private async Task<Guid> ImportAsync(string rows)
    {
        var draft = await DraftAsync(rows);
        Assert.That(await ApplyAsync(draft, TokenOf(await office.ReadAsync(draft))), Is.EqualTo("/office/register"));
        return (await RunsAsync())[0].Id;
    }

    private async Task<string> UndoAsync(Guid run)
    {
        using var answer = await office.PostAsync(Import + "?handler=Undo", [new("run", run.ToString())], Import);
        return WebUtility.HtmlDecode(await office.ReadAsync(Import));
    }

    private Task<IReadOnlyList<ImportRunView>> RunsAsync() => Views.RunsAsync(rig.School, 20, default);

    private Task<IReadOnlyList<RegisterLine>> PeopleAsync() => Views.PeopleAsync(rig.School, null, null, true, default);

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]{8})\"")]
    private static partial Regex Token();

    [GeneratedRegex("name=\"Seen\"[^>]*value=\"([^\"]*)\"")]
    private static partial Regex Seen();
}
