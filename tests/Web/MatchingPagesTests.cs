using System.Net;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
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
