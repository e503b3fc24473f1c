using System.Net;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
using MediaGuard.Web.Pages.Lead;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The lead sets what each channel needs, from the page alone.</summary>
public sealed class PolicyPageTests
{
    private const string Page = "/lead/policy";

    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Lead_SeesWhatWouldChange_AppliesItAndReadsItInTheVersions()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var before = (await StateAsync()).Version;
        KeyValuePair<string, string>[] edits =
        [
            new("edits[0].Channel", "seesaw"), new("edits[0].Used", "true"), new("edits[0].Purposes", "seesaw"), new("edits[0].Second", "true"),
            new("edits[1].Channel", "press"), new("edits[1].Used", "true"), new("edits[1].Purposes", "press"), new("edits[1].Days", "30"), new("edits[1].Hours", "6"),
        ];
        using var asked = await lead.PostAsync(Page, edits, Page);
        var shown = await asked.Content.ReadAsStringAsync();
        Assert.That(shown, Does.Contain("What would change").And.Contain("Seesaw: somebody else than who said who is in a picture must approve it.")
            .And.Contain("Press is a channel now").And.Contain("name=\"edits[0].Second\" value=\"true\""));
        Assert.That((await StateAsync()).Version, Is.EqualTo(before));

        using var applied = await lead.PostAsync($"{Page}?handler=Apply", [.. edits, new("from", $"{before}")], Page);
        Assert.That(applied.StatusCode, Is.EqualTo(HttpStatusCode.Found), await applied.Content.ReadAsStringAsync());
        var after = await lead.ReadAsync(Page);
        Assert.That(after, Does.Contain($"Version {before + 1} of the policy holds now").And.Contain("5 photos are decided again").And.Contain("Press is a channel now"));
        var state = await StateAsync();
        Assert.That(state.Document.Channels.Single(c => c.Channel == "press"), Is.Not.Null.And.Property("PublishedForDays").EqualTo(30).And.Property("TakeDownWithinHours").EqualTo(6).And.Property("IsPublic").True);
        Assert.That(await (await rig.AsAsync(SchoolRole.Office)).ReadAsync($"/office/register/person/{rig.Ali}"), Does.Contain("Press"), "families can be asked for it");
    }

    [Test]
    public async Task Lead_NoFaceForTheWebsite_IsToldWhyNot()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var before = (await StateAsync()).Version;
        KeyValuePair<string, string>[] edits = [new("edits[0].Channel", "website"), new("edits[0].Used", "true"), new("edits[0].Purposes", "website"), new("edits[0].NoFace", "true")];
        using var asked = await lead.PostAsync(Page, edits, Page);
        Assert.That(WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync()), Does.Contain("Nothing was changed").And.Contain("“no face found” never suffices there").And.Not.Contain("Make this the policy"));
        using var forced = await lead.PostAsync($"{Page}?handler=Apply", [.. edits, new("from", $"{before}")], Page);
        Assert.That(WebUtility.HtmlDecode(await forced.Content.ReadAsStringAsync()), Does.Contain("never suffices there"));
        using var odd = await lead.PostAsync(Page, [new("edits[0].Channel", "website"), new("edits[0].Used", "true"), new("edits[0].Days", "soon")], Page);
        Assert.That(await odd.Content.ReadAsStringAsync(), Does.Contain("Days are whole numbers"));
        Assert.That((await StateAsync()).Version, Is.EqualTo(before));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Lead_SetsHowLongAYesLastsAndWhatHoldsForTheSchool()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var before = await StateAsync();
        Assert.That(await lead.ReadAsync(Page), Does.Match("name=\"purposes\\[0\\].Purpose\" value=\"seesaw\"").And.Contain($"name=\"school.RemindDays\" type=\"number\" min=\"1\" max=\"365\" value=\"{before.Document.RemindDaysBefore}\""));
        KeyValuePair<string, string>[] edits =
        [
            new("edits[0].Channel", "website"), new("edits[0].Used", "true"), new("edits[0].Purposes", "website"),
            new("purposes[0].Purpose", "website"), new("purposes[0].Lasts", "school-year"), new("purposes[0].Months", ""), new("purposes[0].Basis", "public-task"),
            .. School(before.Document, ("RemindDays", "45"), ("YearMonth", "8"), ("YearDay", "20")),
        ];
        using var asked = await lead.PostAsync(Page, edits, Page);
        var shown = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.That(shown, Does.Contain("Website: a yes given from now on lasts until the end of the school year").And.Contain("Website rests on the school’s public task").And.Contain("within 45 days")
            .And.Contain("The school year begins on 20 August").And.Contain("<input type=\"hidden\" name=\"school.RemindDays\" value=\"45\">"));
        Assert.That((await StateAsync()).Version, Is.EqualTo(before.Version));

        using var applied = await lead.PostAsync($"{Page}?handler=Apply", [.. edits, new("from", $"{before.Version}")], Page);
        Assert.That(applied.StatusCode, Is.EqualTo(HttpStatusCode.Found), await applied.Content.ReadAsStringAsync());
        var after = await StateAsync();
        Assert.That(after.Purposes.Single(p => p.Purpose == "website"), Has.Property(nameof(PurposeLine.Lasts)).EqualTo("school-year").And.Property(nameof(PurposeLine.Basis)).EqualTo("public-task"));
        Assert.That((after.Document.RemindDaysBefore, after.Document.SchoolYearMonth, after.Document.SchoolYearDay, after.Document.ManyFaces), Is.EqualTo((45, 8, 20, before.Document.ManyFaces)));
        Assert.That(await lead.ReadAsync(Page), Does.Contain("The school year begins on 20 August"), "in the versions");
    }

    [TestCase("RemindDays", "soon", "Reminders: give the days")]
    [TestCase("RegisterDays", "", "Age of the register: give the days")]
    [TestCase("YearDay", "32", "School year: give the day it begins on")]
    [TestCase("ManyFaces", "0", "Many faces: give a whole number")]
    [TestCase("SmallFace", "4.5", "Small faces: give the shorter side")]
    [TestCase("ShredDays", "8", "Originals: give the days")]
    [TestCase("ToYes", "101", "Imports: give each share")]
    public async Task Lead_ANumberThatCannotBe_IsToldWhichAndKeepsWhatWasTyped(string field, string typed, string says)
    {
        var (lead, before) = (await rig.AsAsync(SchoolRole.Lead), await StateAsync());
        using var asked = await lead.PostAsync(
            Page, [new("edits[0].Channel", "website"), new("edits[0].Used", "true"), new("edits[0].Purposes", "website"), .. School(before.Document, (field, typed))], Page);
        var shown = WebUtility.HtmlDecode(await asked.Content.ReadAsStringAsync());
        Assert.That(shown, Does.Contain("Nothing was changed").And.Contain(says).And.Match($"name=\"school.{field}\"[^>]*{(typed.Length > 0 ? $" value=\"{typed}\"" : "max=\"366\" aria-")}"));
        Assert.That((await StateAsync()).Version, Is.EqualTo(before.Version));
    }

    /// <summary>The school's part of the form as it stands, but for some fields.</summary>
    private static IEnumerable<KeyValuePair<string, string>> School(PolicyDocument document, params (string Field, string Value)[] other) =>
        SchoolForm.Of(SchoolEdit.Of(document)).Fields().Select(f => KeyValuePair.Create($"school.{f.Key}", other.FirstOrDefault(o => o.Field == f.Key).Value ?? f.Value ?? ""));

    private Task<PolicyState> StateAsync() => rig.Services.GetRequiredService<IPolicyBook>().ReadAsync(rig.School, default);
}
