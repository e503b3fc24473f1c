using System.Globalization;
using System.Net;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests.Tried;

/// <summary>What the safeguarding lead left out or mistyped is said, nothing is changed by it, and the right step works afterwards.</summary>
public sealed class LeadErrorsTests
{
    private const string Incidents = "/lead/incidents";

    private SchoolRig rig = null!;

    private IIncidentBook Book => rig.Services.GetRequiredService<IIncidentBook>();

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    public async Task Incident_StepsLeftOut_StaysAsItIsUntilTheyAreTaken()
    {
        var page = await OpenedAsync("A gate stood open.");
        Assert.That(await SendAsync(page + "?handler=Note", page, [new("text", " ")]), Does.Contain("Write the note first."));
        Assert.That(await SendAsync(page + "?handler=Close", page, [new("outcome", " ")]), Does.Contain("Say how it ended."));
        Assert.That(await SendAsync(page + "?handler=Close", page, [new("outcome", "It is shut.")]), Does.Contain("Somebody who must be told was not told yet. Tell them, say so here, and then close it."));
        var before = await FindAsync(page);
        Assert.That((before.Entries.Count, before.Outcome, before.Line.ClosedAt is null), Is.EqualTo((0, "", true)));

        Assert.That(await SendAsync(page + "?handler=Note", page, [new("text", "The caretaker knows.")]), Does.Contain("The caretaker knows."));
        await SendAsync(page + "?handler=Tell&party=Coordinator", page, [new("text", "by phone")]);
        Assert.That(await SendAsync(page + "?handler=Close", page, [new("outcome", "It is shut.")]), Does.Contain("It is shut.").And.Not.Contain("Close the incident"));
    }

    [Test]
    public async Task Incident_Closed_ChangesNoMoreAndANewOneCanBeOpened()
    {
        var page = await OpenedAsync("A key was lost.");
        await SendAsync(page + "?handler=Tell&party=Coordinator", page);
        await SendAsync(page + "?handler=Close", page, [new("outcome", "It was found.")]);
        foreach (var (handler, field) in new[] { ("Note", "text"), ("Close", "outcome"), ("Tell&party=Coordinator", "text") })
        {
            Assert.That(await SendAsync($"{page}?handler={handler}", page, [new(field, "too late")]), Does.Contain("It is closed: nothing changes any more. Open a new one if there is news."), handler);
        }

        var after = await FindAsync(page);
        Assert.That((after.Entries.Count, after.Outcome), Is.EqualTo((1, "It was found.")));
        Assert.That(await OpenedAsync("It was lost again."), Is.Not.EqualTo(page));
    }

    [Test]
    public async Task Opening_WithoutWordsOrOfADayToCome_OpensNothingAndKeepsWhatWasTyped()
    {
        var before = (await Book.ListAsync(rig.School, true, default)).Count;
        var toCome = rig.Day.AddDays(2).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        foreach (var (what, day) in new[] { (" ", rig.DayText), (new string('x', 4001), rig.DayText), ("A bag was left.", toCome), ("A bag was left.", "soon") })
        {
            var page = await SendAsync(Incidents, Incidents, new("Kind", "Other"), new("What", what), new("Day", day));
            Assert.That(page, Does.Contain("Say what happened, in at most 4,000 letters, and give a day that is not still to come.").And.Contain(what.Trim() + "</textarea>"), day);
        }

        Assert.That((await Book.ListAsync(rig.School, true, default)).Count, Is.EqualTo(before));
        Assert.That((await FindAsync(await OpenedAsync("A bag was left."))).What, Is.EqualTo("A bag was left."));
    }

    [Test]
    public async Task Protecting_WithoutAReason_ProtectsNobodyUntilItIsSaid()
    {
        var (page, views) = ($"/lead/person/{rig.Dan}", rig.Services.GetRequiredService<IRegisterViews>());
        Assert.That(await SendAsync(page + "?handler=Protect", page, [new("reason", " ")]), Does.Contain("Not protected yet: say why."));
        Assert.That(await views.ProtectedAsync(rig.School, Reader.Lead, default), Is.Empty);
        Assert.That(await SendAsync(page + "?handler=Protect", page, [new("reason", "A court order.")]), Does.Contain("A court order."));
        Assert.That((await views.ProtectedAsync(rig.School, Reader.Lead, default)).Select(p => p.Person), Is.EqualTo(new[] { rig.Dan }));
    }

    [Test]
    public async Task Erasing_NotTicked_LeavesThePersonUntilItIs()
    {
        var page = $"/lead/person/{rig.Bea}";
        Assert.That(await SendAsync(page + "?handler=Erase", page), Does.Contain("Not erased: tick that you are sure.").And.Contain("Bea Birchall"));
        Assert.That(await SendAsync(page + "?handler=Erase", page, [new("sure", "true")]), Does.Contain("what is left on record leads to nobody").And.Not.Contain("Bea Birchall"));
    }

    [Test]
    public async Task Access_NothingOrTooMuchTyped_AsksForItAndFindsThePersonThen()
    {
        foreach (var typed in new[] { " ", new string('x', 201) })
        {
            Assert.That(await SendAsync("/lead/access?handler=Find", "/lead/access", [new("person", typed)]), Does.Contain("Type a name, or a UPN or MIS number.").And.Not.Contain("Nobody fits"));
        }

        Assert.That(await SendAsync("/lead/access?handler=Find", "/lead/access", [new("person", "eva elder")]), Does.Contain("What we hold about Eva Elderfield"));
    }

    [Test]
    public async Task Template_OfSomebodyWithoutOne_IsSaidAndNothingIsDestroyed()
    {
        var page = $"/lead/matching/{rig.Ali}";
        Assert.That(await SendAsync(page + "?handler=Destroy", page), Does.Contain("There was no template.").And.Not.Contain("The template is destroyed"));
        Assert.That(await AuditLines.OfAsync(rig), Has.None.StartsWith($"template-destroyed|{rig.Ali}|"));
    }

    /// <summary>Posts as the lead, and reads the page that is the answer or that it leads to.</summary>
    private async Task<string> SendAsync(string path, string from, params KeyValuePair<string, string>[] fields)
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var answer = await lead.PostAsync(path, fields, from);
        return WebUtility.HtmlDecode(answer.Headers.Location is { } to ? await lead.ReadAsync(to.ToString()) : await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The page of an incident just opened, of which only the coordinator must be told.</summary>
    private async Task<string> OpenedAsync(string what)
    {
        using var answer = await (await rig.AsAsync(SchoolRole.Lead)).PostAsync(Incidents, [new("Kind", "Other"), new("What", what), new("Day", rig.DayText)], Incidents);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        return answer.Headers.Location!.ToString();
    }

    private async Task<IncidentDetail> FindAsync(string page) => (await Book.FindAsync(rig.School, Guid.Parse(page.Split('/')[^1]), default))!;
}
