using System.IO.Compression;
using System.Net;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>The lead looks somebody up and takes out what is held about them.</summary>
public sealed class SubjectAccessPageTests
{
    private static readonly UserId Somebody = new(Guid.CreateVersion7());
    private SchoolRig rig = null!;

    [OneTimeSetUp]
    public async Task StartAsync() => rig = await SchoolRig.StartAsync();

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "L4")]
    public async Task Lead_FindsAPersonAndTakesTheArchive()
    {
        await NameAsync(rig.OakPhotos[0], rig.Bea);
        var lead = await rig.AsAsync(SchoolRole.Lead);
        using var none = await lead.PostAsync("/lead/access?handler=Find", [new("person", "Nobody Here")], "/lead/access");
        Assert.That(await none.Content.ReadAsStringAsync(), Does.Contain("Nobody fits"));
        using var found = await lead.PostAsync("/lead/access?handler=Find", [new("person", "bea birch")], "/lead/access");
        var page = found.Headers.Location!.ToString();
        Assert.That(page, Is.EqualTo($"/lead/access/{rig.Bea}"), "the address holds no name");
        Assert.That(await lead.ReadAsync(page), Does.Contain("Bea Birchall").And.Contain("1 picture somebody said they are in").And.Not.Contain("is protected"));

        using var unsure = await lead.PostAsync($"{page}?handler=Make", [], page);
        Assert.That(unsure.StatusCode, Is.EqualTo(HttpStatusCode.Found));
        Assert.That(await lead.ReadAsync(page), Does.Contain("first find out who asks"));
        using var made = await lead.PostAsync($"{page}?handler=Make", [new("sure", "true")], page);
        Assert.That(made.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/zip"));
        Assert.That(made.Headers.CacheControl?.NoStore, Is.True);
        Assert.That(made.Content.Headers.ContentDisposition?.FileName, Does.Match("what-we-hold-[0-9]{8}-[0-9]{4}\\.zip"));
        var text = await TextAsync(made, "what-we-hold.txt");
        Assert.That(text, Does.Contain("Bea Birchall").And.Contain("Website: no").And.Not.Contain("Ali Ashgrove").And.Not.Contain("Cem"));
        Assert.That(await FilesAsync(made), Does.Contain("pictures/0001.jpg"));
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task Archive_OfWhatIsUnderSealOrNotFitToBeSeen_HoldsNothing()
    {
        await NameAsync(rig.OakPhotos[1], rig.Ali);
        await NameAsync(rig.OakPhotos[2], rig.Ali);
        await Acts.SayAsync(rig.School, Somebody, [new(AttestationKind.RefusedFor) { Media = rig.OakPhotos[2], Reasons = [ReasonCode.NotFitToBeSeen] }], default);
        Assert.That(await Acts.SealAsync(rig.School, Somebody, rig.OakPhotos[1], "look", false, default), Is.EqualTo(Records.Seals.SealOutcome.Sealed));
        var (page, made) = await MakeAsync(rig.Ali);
        using (made)
        {
            Assert.That(page, Does.Contain("1 picture is under seal and left out"));
            Assert.That(await FilesAsync(made), Has.None.EndsWith(".jpg"));
            var text = await TextAsync(made, "what-we-hold.txt");
            Assert.That(text, Does.Contain("it is not fit to be seen").And.Not.Contain("seal"));
            Assert.That(await TextAsync(made, "what-we-hold.json"), Does.Not.Contain(rig.OakPhotos[1].ToString()).And.Contain(rig.OakPhotos[2].ToString()));
        }
    }

    [Test]
    [Property("Requirement", "L4")]
    [Property("Requirement", "C8")]
    public async Task Archive_OfSomebodyProtected_WarnsTheLeadAndSaysNothingOfIt()
    {
        await rig.Services.GetRequiredService<IRegisterBook>().ProtectAsync(rig.School, rig.Dan, "XYZZY order", Somebody, default);
        var (page, made) = await MakeAsync(rig.Dan);
        using (made)
        {
            Assert.That(page, Does.Contain("This person is protected"));
            foreach (var file in new[] { "what-we-hold.txt", "what-we-hold.json" })
            {
                Assert.That(await TextAsync(made, file), Does.Contain("Dan Dogwood").And.Not.Contain("protect").IgnoreCase.And.Not.Contain("XYZZY").And.Not.Contain("safeguard"));
            }
        }
    }

    private IHumanActs Acts => rig.Services.GetRequiredService<IHumanActs>();

    private async Task NameAsync(MediaId media, PersonId person) =>
        await Acts.SayAsync(rig.School, Somebody, [new NewAttestation(AttestationKind.OnFace) { Media = media, Person = person, Face = (await rig.DetailAsync(media)).Faces.Single().Id }], default);

    private async Task<(string Page, HttpResponseMessage Made)> MakeAsync(PersonId person)
    {
        var lead = await rig.AsAsync(SchoolRole.Lead);
        var page = $"/lead/access/{person}";
        return (await lead.ReadAsync(page), await lead.PostAsync($"{page}?handler=Make", [new("sure", "true")], page));
    }

    private static async Task<IReadOnlyList<string>> FilesAsync(HttpResponseMessage made)
    {
        using var zip = new ZipArchive(new MemoryStream(await made.Content.ReadAsByteArrayAsync()));
        return [.. zip.Entries.Select(e => e.FullName)];
    }

    private static async Task<string> TextAsync(HttpResponseMessage made, string file)
    {
        using var zip = new ZipArchive(new MemoryStream(await made.Content.ReadAsByteArrayAsync()));
        using var reader = new StreamReader(await zip.GetEntry(file)!.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
