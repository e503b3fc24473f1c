using System.Net;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>The lead reads how the school stands, and where each thing is handled.</summary>
public sealed class OverviewPageTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "D3")]
    [Property("Requirement", "C7")]
    public async Task Overview_SaysEachThingInASentence_AndLeadsOnlyWhereTheLeadMayGo()
    {
        var page = WebUtility.HtmlDecode(await (await rig.AsAsync(SchoolRole.Lead)).ReadAsync("/lead"));
        foreach (var sentence in new[]
        {
            "photos wait for a decision.",
            "No device holds a photo we know of.",
            "The register was last imported or confirmed today. It may be 35 days old.",
            "Nothing is on its way, and nothing stands still.",
            "1 incident is open. Somebody must be told by",
            "No copy is being taken back.",
            "For everybody on the register a yes or a no is on record.",
            "Every class sent a photo within the last week.",
        })
        {
            Assert.That(page, Does.Contain(sentence));
        }

        Assert.That(page, Does.Contain("href=\"/lead/incidents\"").And.Contain("Office: page “Register”").And.Not.Contain("href=\"/office").And.Not.Contain("href=\"/technician"));
    }
}
