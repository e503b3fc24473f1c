using System.Net;
using MediaGuard.Records;
using MediaGuard.Records.Policies;
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
            new("edits[1].Channel", "press"), new("edits[1].Used", "true"), new("edits[1].Purposes", "press"), new("edits[1].Days", "30"),
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
        Assert.That(state.Document.Channels.Single(c => c.Channel == "press"), Is.Not.Null.And.Property("PublishedForDays").EqualTo(30).And.Property("IsPublic").True);
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

    private Task<PolicyState> StateAsync() => rig.Services.GetRequiredService<IPolicyBook>().ReadAsync(rig.School, default);
}
