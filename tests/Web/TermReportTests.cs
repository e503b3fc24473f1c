using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>What the lead prints for the governor.</summary>
[Property("Requirement", "G10")]
public sealed class TermReportTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Report_OfThisTerm_CountsWhatHappened()
    {
        var report = await ReadAsync(rig.Day, rig.Day);
        Assert.That((report.Arrived, report.SetAside, report.Classes, report.ClassesWithoutPhotos), Is.EqualTo((5, 0, 2, 0)));
        Assert.That((report.Noes, report.Yeses, report.Pupils, report.PupilsNobodySpokeFor), Is.EqualTo((5, 5, 5, 0)));
        Assert.That(report.Incidents, Is.EqualTo(new[] { new IncidentCounts(IncidentKind.Other, 1, 0) }));
        Assert.That(report.OpenIncidents, Is.EqualTo(1));
        await rig.TakeAsync("Elm/broken.jpg", [0xFF, 0xD8, 0xFF, 0xE0, .. new byte[400]]);
        Assert.That((await ReadAsync(rig.Day, rig.Day)).SetAside, Is.EqualTo(1));
        var before = await ReadAsync(rig.Day.AddDays(-30), rig.Day.AddDays(-1));
        Assert.That((before.Arrived, before.Noes, before.Incidents.Count, before.ClassesWithoutPhotos, before.OpenIncidents), Is.EqualTo((0, 0, 0, 2, 1)), "the day before is not in it");
    }

    [Test]
    public async Task Page_ShowsCountsAndNobodysName()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var page = WebUtility.HtmlDecode(await lead.ReadAsync("/lead/report"));
        Assert.That(page, Does.Contain("Counts only; nobody is named").And.Contain("Copies out").And.Contain("Test school"));
        foreach (var name in new[] { "Ashgrove", "Birchall", "Cedarholt", "Elderfield", "Dogwood", "Oak", "Elm" })
        {
            Assert.That(page, Does.Not.Contain(name));
        }

        Assert.That(await lead.ReadAsync("/lead/report?from=2026-05-02&until=2026-05-01"), Does.Contain("There is no report of these days"));
        Assert.That(await lead.ReadAsync("/lead/report?from=rubbish"), Does.Contain("There is no report of these days"));
    }

    private Task<TermReport> ReadAsync(DateOnly from, DateOnly until) => rig.Services.GetRequiredService<ITermReports>().ReadAsync(rig.School, from, until, default);
}
