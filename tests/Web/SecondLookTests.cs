using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A sheet of five photos of which one is drawn, and the page on which somebody else looks at it.</summary>
[Property("Requirement", "C6")]
public sealed partial class SecondLookTests
{
    private SchoolRig rig = null!;
    private List<MediaId> sheet = [];

    private string SheetPath => $"/teacher/sheet?class={rig.Oak}&day={rig.DayText}&channel=seesaw";

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync(services => services.AddSingleton<ILots, FirstLot>());
        for (byte n = 0; n < 2; n++)
        {
            await rig.TakeAsync(string.Create(CultureInfo.InvariantCulture, $"Oak/more{n}.png"), DrawnPicture.Of((byte)(170 + (20 * n)), 140, 90));
        }

        sheet = [.. (await rig.Views.DayAsync(rig.School, rig.Oak, rig.Day, Reader.Office, default)).Where(p => !p.NeedsOneByOne).Select(p => p.Id)];
        Assert.That(sheet, Has.Count.EqualTo(5));
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Sheet_OneDrawn_WaitsUntilTheOfficeAnswersAndDifferingHoldsAll()
    {
        var teacher = await rig.AsAsync(SchoolRole.Teacher);
        using var sent = await teacher.PostAsync(SheetPath, [new("pictures", string.Join(' ', sheet)), new("listed", rig.Ali.ToString()), new("rest", "true")], SheetPath);
        Assert.That(WebUtility.HtmlDecode(await teacher.ReadAsync(SheetPath)), Does.Contain("A colleague looks at one of them again before they go out."));
        Assert.That(await VerdictsAsync(), Has.All.EqualTo(Verdict.Held));
        Assert.That(await teacher.ReadAsync("/second-look"), Does.Contain("Nothing waits for your second look"), "not for who answered first");
        Assert.That(await (await rig.AsAsync(SchoolRig.ElmTeacher)).ReadAsync("/second-look"), Does.Contain("Nothing waits for your second look"), "not for another class's teacher");

        var office = await rig.AsAsync(SchoolRole.Office);
        Assert.That(await office.ReadAsync("/office"), Does.Contain("href=\"/second-look\""));
        var page = await office.ReadAsync("/second-look");
        var (batch, id) = (Hidden(page, "batch"), Hidden(page, "id"));
        Assert.That(page, Does.Contain("Ali Ashgrove").And.Not.Contain("Bea Birchall"), "the same people are asked about");
        Assert.That(page, Does.Not.Contain("checked").And.Not.Contain(">teacher<").And.Not.Contain("Said so far"), "not what was answered, nor by whom");

        using var unticked = await office.PostAsync("/second-look", [new("batch", batch), new("id", id), new("in", rig.Ali.ToString())], "/second-look");
        Assert.That(await unticked.Content.ReadAsStringAsync(), Does.Contain("Nothing was said yet").And.Contain("checked=\"checked\""));
        using var foreign = await (await rig.AsAsync(SchoolRig.ElmTeacher)).PostAsync("/second-look", [new("batch", batch), new("id", id), new("rest", "true")], "/second-look");
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await VerdictsAsync(), Has.All.EqualTo(Verdict.Held));

        using var differs = await office.PostAsync("/second-look", [new("batch", batch), new("id", id), new("in", rig.Ali.ToString()), new("rest", "true")], "/second-look");
        Assert.That(differs.Headers.Location?.ToString(), Is.EqualTo("/second-look"));
        var drawn = new MediaId(Guid.Parse(id));
        Assert.That((await rig.PhotoAsync(drawn)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Refused));
        foreach (var other in sheet.Where(p => p != drawn))
        {
            var on = (await rig.PhotoAsync(other)).On(ChannelId.Seesaw)!;
            Assert.That((on.Verdict, on.Reasons.Single().Code), Is.EqualTo((Verdict.Held, ReasonCode.BatchDisputed)));
        }

        var one = sheet.First(p => p != drawn);
        using var approved = await office.PostAsync($"/office/picture/{one}?handler=Approve&channel=seesaw", [], $"/office/picture/{one}");
        Assert.That((await rig.PhotoAsync(one)).On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Cleared), "looked at one by one");
    }

    private async Task<List<Verdict?>> VerdictsAsync() =>
        [.. (await rig.Views.PhotosAsync(rig.School, sheet, Reader.Office, default)).Select(p => p.On(ChannelId.Seesaw)!.Verdict)];

    private static string Hidden(string page, string name) => HiddenField().Matches(page).Single(m => m.Groups[1].Value == name).Groups[2].Value;

    [GeneratedRegex("<input type=\"hidden\" name=\"(batch|id)\" value=\"([^\"]+)\"")]
    private static partial Regex HiddenField();

    /// <summary>Wherever chance decides, it draws the first.</summary>
    private sealed class FirstLot : ILots
    {
        public int Below(int limit) => 0;
    }
}
