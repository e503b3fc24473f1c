using System.Collections.Immutable;
using System.Net;
using System.Text.Json;
using MediaGuard.Journey.Evaluation;
using MediaGuard.Journey.Inspection;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Vision.Matching.Evaluation;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The lead switches matching on, keeps the paper, and is told what is missing. The steps follow each other.</summary>
public sealed class MatchingPagesTests
{
    private SchoolRig rig = null!;

    private IMatchingBook Book => rig.Services.GetRequiredService<IMatchingBook>();

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Lead_FromOffToPaper_GoesAsThePagesSay()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        Assert.That(await lead.ReadAsync("/lead/matching"), Does.Contain("Nothing is known of this school").And.Contain("Switch matching on").And.Not.Contain("Classes</h2>"));

        using var refused = await lead.PostAsync("/lead/matching?handler=Choose", [new("on", "true"), new("assessed", "2026-05-01")], "/lead/matching");
        Assert.That(await refused.Content.ReadAsStringAsync(), Does.Contain("It was not switched on").And.Contain("reference the assessment").And.Contain("name of the lead").And.Not.Contain("Give the date of"));
        Assert.That((await Book.StateAsync(rig.School, default)).Choice.IsOn, Is.False);

        KeyValuePair<string, string>[] whole = [new("on", "true"), new("assessed", "2026-05-01"), new("reference", "DPIA 7"), new("lead", "Jo Lead")];
        using var halfAdvice = await lead.PostAsync("/lead/matching?handler=Choose", [.. whole, new("adviceBy", "Counsel")], "/lead/matching");
        Assert.That(await halfAdvice.Content.ReadAsStringAsync(), Does.Contain("Legal advice needs its date"));
        using var on = await lead.PostAsync("/lead/matching?handler=Choose", whole, "/lead/matching");
        Assert.That(on.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        using var group = await lead.PostAsync("/lead/matching?handler=Group", [new("group", rig.Oak.ToString()), new("on", "true")], "/lead/matching");
        Assert.That((await Book.StateAsync(rig.School, default)).Groups.Select(g => (g.Name, g.IsOn)), Is.EqualTo(new[] { ("Elm", false), ("Oak", true) }));

        await KeepPaperAsync(lead);
    }

    [Test]
    public async Task HowWell_NothingKnownThenMeasured_SaysSoAndLeadsToTheReport()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var reports = rig.Services.GetRequiredService<MatchingReports>();
        await reports.KeepAsync(new SchoolId(Guid.CreateVersion7()), Report("another school's"), default);
        Assert.That(await lead.ReadAsync("/lead/matching"), Does.Contain("Nothing is known of this school").And.Not.Contain("handler=Report"));
        using var none = await lead.GetAsync("/lead/matching?handler=Report");
        Assert.That(none.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));

        await reports.KeepAsync(rig.School, Report("<h1>How well</h1>"), default);
        var page = WebUtility.HtmlDecode(await lead.ReadAsync("/lead/matching"));
        Assert.That(page, Does.Contain("Measured 2026-06-02 on 40 photos of 12 people: 26 of 28 named rightly, 1 wrongly.").And.Contain("0.3 % were taken for one (at most 1.2 %)"), "the school's day");
        Assert.That(page, Does.Contain("href=\"/lead/matching?handler=Report\"").And.Contain("nothing is known of this school’s children").And.Not.Contain("<strong>Nothing is known"));
        using var report = await lead.GetAsync("/lead/matching?handler=Report");
        Assert.That(await report.Content.ReadAsStringAsync(), Is.EqualTo("<h1>How well</h1>"));
        Assert.That(report.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(report.Headers.GetValues("Content-Security-Policy").Single(), Does.StartWith("default-src 'none'").And.Contain("sandbox").And.Contain("frame-ancestors 'none'").And.Not.Contain("script"));
        Assert.That(report.Headers.CacheControl?.NoStore, Is.True);
        using var office = await (await rig.AsAsync(SchoolRole.Office)).GetAsync("/lead/matching?handler=Report");
        Assert.That(office.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        File.Delete(reports.PageOf(rig.School));
        File.Delete(Path.ChangeExtension(reports.PageOf(rig.School), ".json"));
    }

    /// <summary>Made just before midnight UTC, when it is the next day at the school.</summary>
    private static EvaluationReport Report(string html)
    {
        var some = new Estimate(0.003, 0, 0.012);
        var figures = new MatchingFigures(
            "sface@0", 12, 40, ImmutableSortedDictionary<string, int>.Empty, 50, 700, some, [], [new OperatingFigure("somebody", 0.5, some, some)], [], [], new IdentifiedFigure(28, 26, 1, 1, 0, 0.2));
        var madeAt = new DateTimeOffset(2026, 6, 1, 23, 30, 0, TimeSpan.Zero);
        return new EvaluationReport("", JsonSerializer.Serialize(new { madeAt, unreadable = 0, figures }, JsonSerializerOptions.Web), html, IsWhole: true);
    }

    private async Task KeepPaperAsync(SchoolClient lead)
    {
        var path = $"/lead/matching/{rig.Ali}";
        Assert.That(await lead.ReadAsync(path), Does.Contain("No parent or guardian").And.Contain("no written consent").And.Not.Contain("type=\"file\""));
        using var photo = await lead.PostAsync(path + "?handler=Enrol", [], path);
        Assert.That(await photo.Content.ReadAsStringAsync(), Does.Contain("Choose one to five photos"));

        using var added = await lead.PostAsync(path + "?handler=AddGuardian", [new("name", "Parent One"), new("notified", "2026-01-05")], path);
        var guardian = (await Book.PersonAsync(rig.School, rig.Ali, default))!.Guardians.Single().Id.ToString();
        using var noEvidence = await lead.PostAsync(path + "?handler=Consent", [new("guardian", guardian), new("since", "2026-01-06"), new("given", "true")], path);
        Assert.That(await noEvidence.Content.ReadAsStringAsync(), Does.Contain("where the signed form lies"));
        using var consent = await lead.PostAsync(path + "?handler=Consent", [new("guardian", guardian), new("since", "2026-01-06"), new("evidence", "drawer 2"), new("given", "true")], path);
        Assert.That(await lead.ReadAsync(path), Does.Contain("Everything is on record").And.Contain("type=\"file\""));

        using var objects = await lead.PostAsync(path + "?handler=Guardian", [new("guardian", guardian), new("notified", "2026-01-05"), new("objects", "true")], path);
        Assert.That(await lead.ReadAsync(path), Does.Contain("One objection outweighs").And.Not.Contain("type=\"file\""));
        using var foreign = await lead.PostAsync($"/lead/matching/{rig.Bea}?handler=Guardian", [new("guardian", guardian), new("objects", "false")], path);
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), "another person's guardian");
    }
}
