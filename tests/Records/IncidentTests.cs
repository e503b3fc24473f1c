using System.Text.Json;
using MediaGuard.Consent.Incidents;
using MediaGuard.Records.Incidents;
using static MediaGuard.Records.Tests.SchoolWorld;

using MediaGuard.Media;

namespace MediaGuard.Records.Tests;

public sealed class IncidentTests(string provider) : RecordsFixture(provider)
{
    [Test]
    [Property("Requirement", "G1")]
    public async Task Incident_FromOpenToClosed_KeepsItsClock()
    {
        var id = await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.OnlineRisk, "A stranger commented."), Office, None);
        Assert.That((await LineAsync(id)).Overdue, Is.False);
        Rig.Clock.Advance(TimeSpan.FromHours(2));
        Assert.That((await LineAsync(id)).Overdue, Is.True, "the officer should have been told at once");
        Assert.That(await Rig.Incidents.CloseAsync(World.School, id, "over", Office, None), Is.EqualTo(IncidentResult.SomebodyNotTold));

        await Rig.Incidents.TellAsync(World.School, id, IncidentParty.DataProtectionOfficer, "rang", Office, None);
        await Rig.Incidents.TellAsync(World.School, id, IncidentParty.Coordinator, "", Office, None);
        Assert.That(await Rig.Incidents.TellAsync(World.School, id, IncidentParty.Police, "", Office, None), Is.EqualTo(IncidentResult.NotThere), "nobody asked for that");
        var detail = (await Rig.Incidents.FindAsync(World.School, id, None))!;
        Assert.That(detail.Duties.Select(d => (d.Party, d.Standing)), Is.EqualTo(new[] { (IncidentParty.DataProtectionOfficer, DutyStanding.ToldLate), (IncidentParty.Coordinator, DutyStanding.Told) }));

        Assert.That(await Rig.Incidents.CloseAsync(World.School, id, "comments are off", Office, None), Is.EqualTo(IncidentResult.Done));
        Assert.That(await Rig.Incidents.NoteAsync(World.School, id, "more", Office, None), Is.EqualTo(IncidentResult.Closed));
        Assert.That(await Rig.Incidents.ListAsync(World.School, false, None), Is.Empty);
        Assert.That((await Rig.Incidents.ListAsync(World.School, true, None)).Single().ClosedAt, Is.Not.Null);
        Assert.That((await Rig.Audit.VerifyAsync(World.School, None)).BrokenAt, Is.Null);
    }

    [Test]
    [Property("Requirement", "G4")]
    public async Task Families_OfAPicture_AreSuggestedAndWrittenDownByTheLead()
    {
        var photo = await World.DecidedAsync();
        await World.SayAsync(
            Say(AttestationKind.InPicture, photo) with { Person = World.Children[1] },
            Say(AttestationKind.Absent, photo) with { Person = World.Children[2] },
            Say(AttestationKind.NobodyFromOutside, photo));
        var id = await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.DataBreach, "sent to the wrong list", Media: photo), Office, None);
        Assert.That((await FamiliesAsync(id)).Select(f => (f.Name, f.IsAffected, f.IsNamed)), Is.EqualTo(new[] { ("Child 2", false, true), ("Child 1", false, false) }));

        await Rig.Incidents.AffectAsync(World.School, id, [World.Children[1], World.Children[2]], Office, None);
        await Rig.Incidents.AffectAsync(World.School, id, [World.Children[1]], Office, None);
        Assert.That(await Rig.Incidents.TellFamilyAsync(World.School, id, World.Children[1], Office, None), Is.EqualTo(IncidentResult.Done));
        Assert.That(await Rig.Incidents.TellFamilyAsync(World.School, id, World.Children[2], Office, None), Is.EqualTo(IncidentResult.NotThere));
        Assert.That((await FamiliesAsync(id)).Where(f => f.IsAffected).Select(f => (f.Person, f.ToldAt)), Is.EqualTo(new[] { (World.Children[1], (Media.Instant?)World.Now) }));
    }

    [Test]
    [Property("Requirement", "G4")]
    public async Task Families_OfAnUnknownCamera_AreThoseOfEverySpellingOfItsModel()
    {
        foreach (var (model, child) in new[] { ("Pixel 7", World.Children[0]), ("PIXEL  7", World.Children[1]), ("Pixel 8", World.Children[2]) })
        {
            var photo = await World.SeenAsync(model: model);
            await World.FirstDecisionAsync(photo);
            await World.SayAsync(Say(AttestationKind.InPicture, photo) with { Person = child }, Say(AttestationKind.NobodyElse, photo));
        }

        var line = (await Rig.Incidents.ListAsync(World.School, false, None)).Single(i => i.Kind == IncidentKind.UnknownCamera && i.About == "Pixel 7");
        Assert.That((await FamiliesAsync(line.Id)).Where(f => f.IsNamed).Select(f => f.Person), Is.EquivalentTo(new[] { World.Children[0], World.Children[1] }));
    }

    [Test]
    [Property("Requirement", "G1")]
    public async Task Export_OfAnIncident_HoldsWhatALogNeedsAndNoPicture()
    {
        var id = await Rig.Incidents.OpenAsync(World.School, new NewIncident(IncidentKind.StaffMisuse, "Used an own phone \"on site\".", ConcernsHead: true), Office, None);
        await Rig.Incidents.TellAsync(World.School, id, IncidentParty.Lado, "rang the duty desk", Office, None);
        await Rig.Incidents.AffectAsync(World.School, id, [World.Children[0]], Office, None);
        var detail = (await Rig.Incidents.FindAsync(World.School, id, None))!;
        var text = IncidentExport.AsText(detail, World.Info.Zone);
        Assert.That(text, Does.Contain("Misuse by a member of staff").And.Contain(id.ToString("N")).And.Contain("Concerns the headteacher: yes").And.Contain("LADO): told 2026-06-15 10:00")
            .And.Contain("Chair of governors: not told; due by 2026-06-15 11:00").And.Contain("Child 1, Willow Class: not told yet").And.Contain("rang the duty desk"));
        using var json = JsonDocument.Parse(IncidentExport.AsJson(detail));
        Assert.That(json.RootElement.GetProperty("what").GetString(), Is.EqualTo("Used an own phone \"on site\"."));
        Assert.That(json.RootElement.GetProperty("duties").EnumerateArray().Select(d => d.GetProperty("party").GetString()), Is.EqualTo(new[] { "ChairOfGovernors", "Lado" }));
        Assert.That(json.RootElement.GetProperty("families")[0].GetProperty("name").GetString(), Is.EqualTo("Child 1"));
    }

    private async Task<IncidentLine> LineAsync(Guid id) => (await Rig.Incidents.ListAsync(World.School, true, None)).Single(i => i.Id == id);

    private async Task<IReadOnlyList<FamilyView>> FamiliesAsync(Guid id) => (await Rig.Incidents.FindAsync(World.School, id, None))!.Families;
}
