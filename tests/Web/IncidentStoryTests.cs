using MediaGuard.Records;

namespace MediaGuard.Web.Tests;

/// <summary>The technician keeps the inventory, the lead follows incidents up; from the pages alone.</summary>
public sealed class IncidentStoryTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "D2")]
    public async Task Technician_AddsAnExceptionAndLosesADevice()
    {
        var technician = await rig.AsAsync(SchoolRole.Technician);
        const string Edit = "/technician/devices/edit";
        KeyValuePair<string, string>[] phone = [new("Label", "Reed's phone"), new("CameraModel", "Pixel 9"), new("From", rig.DayText), new("PermittedBy", "Mr Head")];
        using var endless = await technician.PostAsync(Edit, phone, Edit);
        Assert.That(await endless.Content.ReadAsStringAsync(), Does.Contain("give the last one"));
        using var saved = await technician.PostAsync(Edit, [.. phone, new("Until", rig.DayText)], Edit);
        var page = saved.Headers.Location!.ToString();
        Assert.That(await technician.ReadAsync(page), Does.Contain("Mr Head").And.Contain("Permitted"));

        using var lost = await technician.PostAsync(page + "?handler=Lose", [], page);
        Assert.That(await technician.ReadAsync(page), Does.Contain("Lost").And.Contain("incident is open"));
        Assert.That(await (await rig.AsAsync(SchoolRole.Lead)).ReadAsync("/lead/incidents"), Does.Contain("A device is lost").And.Contain("Reed&#x27;s phone"));
    }

    [Test]
    [Property("Requirement", "G1")]
    public async Task Lead_AddsAnIncident_TellsAndCloses()
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var empty = await lead.PostAsync("/lead/incidents", [new("Kind", "DataBreach"), new("What", "")], "/lead/incidents");
        Assert.That(await empty.Content.ReadAsStringAsync(), Does.Contain("Say what happened"));
        using var opened = await lead.PostAsync("/lead/incidents", [new("Kind", "DataBreach"), new("What", "A list went to the wrong parent."), new("Day", rig.DayText)], "/lead/incidents");
        var page = opened.Headers.Location!.ToString();
        Assert.That(await lead.ReadAsync(page), Does.Contain("Data protection officer").And.Contain("Tell them now."));
        using var early = await lead.PostAsync(page + "?handler=Close", [new("outcome", "done")], page);
        Assert.That(await early.Content.ReadAsStringAsync(), Does.Contain("was not told yet"));

        using var officer = await lead.PostAsync(page + "?handler=Tell&party=DataProtectionOfficer", [new("text", "by phone")], page);
        using var coordinator = await lead.PostAsync(page + "?handler=Tell&party=Coordinator", [], page);
        using var affects = await lead.PostAsync(page + "?handler=Affect", [new("people", ""), new("people", rig.Ali.ToString())], page);
        using var family = await lead.PostAsync($"{page}?handler=TellFamily&person={rig.Ali}", [], page);
        using var text = await lead.GetAsync(page + "?handler=Export&as=text");
        Assert.That(await text.Content.ReadAsStringAsync(), Does.Contain("Ali Ashgrove, Oak: told").And.Contain("by phone"));
        Assert.That(text.Content.Headers.ContentDisposition?.FileName, Does.StartWith("incident-"));
        using var closed = await lead.PostAsync(page + "?handler=Close", [new("outcome", "the list was deleted")], page);
        Assert.That(await lead.ReadAsync(page), Does.Contain("the list was deleted").And.Not.Contain("Close the incident"));
    }
}
