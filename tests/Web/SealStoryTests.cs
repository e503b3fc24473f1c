using System.Net;
using MediaGuard.Consent.Incidents;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>A teacher is worried; from then on nobody sees the picture, until the lead releases it. The steps follow each other.</summary>
public sealed class SealStoryTests
{
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "G3")]
    public async Task Picture_SentWhileAStepIsAtWork_LosesNoWordAndIsSealedByItself()
    {
        var (teacher, lead) = (await rig.AsAsync(SchoolRole.Teacher), await rig.AsAsync(SchoolRole.Lead));
        var photo = rig.OakPhotos[1];
        var page = $"/teacher/picture/{photo}";
        var books = rig.Services.GetRequiredService<IRecordsFactory>();
        await AtWorkAsync(Instant.Now(TimeProvider.System) + TimeSpan.FromDays(1));
        using var sent = await teacher.PostAsync(page + "?handler=Seal", [new("why", "a burn")], page);
        Assert.That(sent.Headers.Location?.ToString(), Is.EqualTo("/teacher"));
        Assert.That(await teacher.ReadAsync("/teacher"), Does.Contain("The lead has been told. MediaGuard is just working on the picture; it goes under seal by itself in a moment."));
        Assert.That((await rig.PhotoAsync(photo)).On(ChannelId.Seesaw)!.Reasons.Select(r => r.Code), Does.Contain(ReasonCode.SentToLead));
        var incident = (await rig.Services.GetRequiredService<IIncidentBook>().ListAsync(rig.School, false, default)).Single(i => i.Kind == IncidentKind.SealedPicture).Id;
        Assert.That(await lead.ReadAsync($"/lead/incidents/{incident:N}"), Does.Contain("a burn"));
        Assert.That(await lead.ReadAsync("/lead/sealed"), Does.Not.Contain("a burn"));

        await AtWorkAsync(default);
        await rig.DrainAsync();
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.EqualTo(MediaStatus.Sealed));
        Assert.That(await lead.ReadAsync("/lead/sealed"), Does.Contain("a burn"));
        Assert.That((await rig.Services.GetRequiredService<IIncidentBook>().ListAsync(rig.School, false, default)).Count(i => i.Kind == IncidentKind.SealedPicture), Is.EqualTo(1));

        async Task AtWorkAsync(Instant until)
        {
            await using var db = books.Open(rig.School);
            await db.Media.Where(m => m.Id == photo).ExecuteUpdateAsync(set => set.SetProperty(m => m.LeaseOwner, "a step").SetProperty(m => m.LeaseUntil, until));
        }
    }

    [Test]
    [Property("Requirement", "G3")]
    public async Task Picture_SentToTheLead_IsNobodysUntilReleased()
    {
        var (teacher, office, lead) = (await rig.AsAsync(SchoolRole.Teacher), await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Lead));
        var photo = rig.OakPhotos[0];
        var page = $"/teacher/picture/{photo}";
        using var wordless = await teacher.PostAsync(page + "?handler=Seal", [new("why", " ")], page);
        Assert.That(await wordless.Content.ReadAsStringAsync(), Does.Contain("say what worries you"));
        using var sent = await teacher.PostAsync(page + "?handler=Seal", [new("why", "a bruise"), new("illegal", "true")], page);
        Assert.That(sent.Headers.Location?.ToString(), Is.EqualTo("/teacher"));

        foreach (var (client, path) in new[] { (teacher, page), (office, $"/office/picture/{photo}"), (teacher, $"/pictures/{photo}/thumb"), (office, $"/pictures/{photo}/view"), (lead, $"/pictures/{photo}/view") })
        {
            using var answer = await client.GetAsync(path);
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), path);
        }

        foreach (var handler in new[] { "Outside", "NobodyElse", "Unfit", "TakeBack&kind=NobodyFromOutside", "Approve&channel=seesaw", "Refuse", "Seal&why=again" })
        {
            using var answer = await office.PostAsync($"/office/picture/{photo}?handler={handler}", [], "/office");
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), handler);
        }

        Assert.That(await teacher.ReadAsync($"/teacher?class={rig.Oak}"), Does.Contain("The safeguarding lead has it").And.Not.Contain($"/pictures/{photo}/"));
        var list = await lead.ReadAsync("/lead/sealed");
        Assert.That(list, Does.Contain("a bruise").And.Contain("may be illegal").And.Not.Contain("<img"));
        var incident = (await rig.Services.GetRequiredService<IIncidentBook>().ListAsync(rig.School, false, default)).Single(i => i.Kind == IncidentKind.IllegalMaterial).Id;
        Assert.That(await lead.ReadAsync($"/lead/incidents/{incident:N}"), Does.Contain("Do not copy, print").And.Contain("Police").And.Contain("Internet Watch Foundation"));

        using var silent = await lead.PostAsync($"/lead/sealed?handler=Release&id={photo}", [], "/lead/sealed");
        Assert.That(await silent.Content.ReadAsStringAsync(), Does.Contain("Say why it may be released"));
        using var released = await lead.PostAsync($"/lead/sealed?handler=Release&id={photo}", [new("why", "a shadow")], "/lead/sealed");
        Assert.That((await rig.PhotoAsync(photo)).Status, Is.LessThanOrEqualTo(MediaStatus.Shredded));
        using var seen = await teacher.GetAsync($"/pictures/{photo}/thumb");
        Assert.That(seen.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }
}
