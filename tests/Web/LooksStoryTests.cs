using MediaGuard.Records;
using MediaGuard.Records.Looking;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Whoever is shown or downloads a picture stands in the side log, and the lead reads it by child.</summary>
public sealed class LooksStoryTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "A1")]
    public async Task Looks_OfTeacherAndOffice_AreReadByTheLeadAndFoundInTheAudit()
    {
        var (teacher, office, lead) = (await rig.AsAsync(SchoolRole.Teacher), await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Lead));
        Assert.That(await lead.ReadAsync($"/lead/looks/{rig.Ali}"), Does.Contain("Nobody did"));
        using var one = await teacher.GetAsync($"/pictures/{rig.OakPhotos[0]}/thumb");
        using var two = await office.GetAsync($"/pictures/{rig.OakPhotos[1]}/view");
        using var refused = await teacher.GetAsync($"/pictures/{rig.ElmPhoto}/view");
        var page = await lead.ReadAsync($"/lead/looks/{rig.Ali}");
        Assert.That(page, Does.Contain("Ali Ashgrove").And.Contain(">teacher<").And.Contain(">office<").And.Not.Contain("Nobody did"));
        Assert.That(await lead.ReadAsync($"/lead/looks/{rig.Eva}"), Does.Contain("Nobody did"), "what was refused was not seen");

        Assert.That(await rig.Services.GetRequiredService<ISideLog>().ChainAsync(rig.School, default), Is.EqualTo(2));
        using var found = await lead.PostAsync("/lead/audit", [new("act", "looks-chained")], "/lead/audit");
        Assert.That(await found.Content.ReadAsStringAsync(), Does.Contain("2 sha256:"));
        using var about = await lead.PostAsync("/lead/audit", [new("person", "ali ash")], "/lead/audit");
        Assert.That(await about.Content.ReadAsStringAsync(), Does.Contain("person-added").And.Contain("Ali Ashgrove").And.Not.Contain("Bea Birchall"));
    }
}
