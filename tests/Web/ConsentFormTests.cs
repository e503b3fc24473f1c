using System.Net;
using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>The paper a family signs: each purpose in plain words, every child of the class, and nothing of what is on record.</summary>
public sealed class ConsentFormTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "C4")]
    public async Task Form_OfAClass_AsksEveryFamilyForEveryPurpose()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var page = WebUtility.HtmlDecode(await office.ReadAsync($"/office/register/form?class={rig.Oak}"));
        Assert.That(page, Does.Contain("Ali Ashgrove").And.Contain("Bea Birchall").And.Contain("Cem Cedarholt").And.Not.Contain("Eva Elderfield"));
        Assert.That(page, Does.Contain("The school's website is open to everybody in the world").And.Contain("What you leave empty counts as no").And.Contain("A no holds at once"));
        Assert.That(page, Does.Not.Contain("A computer at the school measures faces"), "matching is asked for on a paper of its own");
    }

    [Test]
    public async Task Form_OfAChild_SaysNothingOfWhatIsOnRecord()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        var (refused, given) = (await FormAsync(office, rig.Eva.ToString()), await FormAsync(office, rig.Dan.ToString()));
        Assert.That(given, Does.Contain("Dan Dogwood"));
        Assert.That(refused.Replace("Eva Elderfield", "Dan Dogwood", StringComparison.Ordinal).Replace(rig.Eva.ToString(), rig.Dan.ToString(), StringComparison.Ordinal), Is.EqualTo(given));
    }

    private static async Task<string> FormAsync(SchoolClient office, string child)
    {
        var page = await office.ReadAsync($"/office/register/form/{child}");
        return page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
    }
}
