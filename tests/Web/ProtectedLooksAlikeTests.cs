using System.Text.Json;
using System.Text.RegularExpressions;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Web.Tests;

/// <summary>Two children of one class, one protected and one whose family refused everything: whatever ordinary staff read of the two is the same but for names and ids, and only the lead is told.</summary>
public sealed partial class ProtectedLooksAlikeTests
{
    private SchoolRig rig = null!;
    private PersonId hidden;
    private PersonId open;

    private IRegisterBook Book => rig.Services.GetRequiredService<IRegisterBook>();

    [OneTimeSetUp]
    public async Task StartAsync()
    {
        rig = await SchoolRig.StartAsync();
        (hidden, open) = (await EnrolAsync("Pia Pinewood"), await EnrolAsync("Rae Rowanson"));
        await Book.ProtectAsync(rig.School, hidden, "XYZZY order", new UserId(Guid.CreateVersion7()), default);
        await Book.RefuseAsync(rig.School, open, [new PurposeId("seesaw"), new PurposeId("website")], "telephone", "the family's words", new UserId(Guid.CreateVersion7()), default);
        await ShowAsync(rig.OakPhotos[0], hidden);
        await ShowAsync(rig.OakPhotos[1], open);
    }

    [OneTimeTearDown]
    public async Task StopAsync() => await rig.DisposeAsync();

    [Test]
    [Property("Requirement", "C8")]
    public async Task PersonPage_OfBoth_IsTheSameForTheOffice()
    {
        var office = await rig.AsAsync(SchoolRole.Office);
        foreach (var path in new[] { "/office/register/person/", "/office/register/edit/" })
        {
            Assert.That(Plain(await office.ReadAsync(path + hidden)), Is.EqualTo(Plain(await office.ReadAsync(path + open))), path);
        }

        Assert.That((await office.ReadAsync("/office/register/person/" + hidden)).ToUpperInvariant(), Does.Contain("PIA").And.Not.Contain("XYZZY").And.Not.Contain("PROTECT"));
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Json_OfBoth_IsTheSameForOfficeAndTeacher()
    {
        var views = rig.Services.GetRequiredService<IRegisterViews>();
        foreach (var reader in new[] { Reader.Office, Reader.Teacher })
        {
            var (a, b) = (await views.PersonAsync(rig.School, hidden, reader, default), await views.PersonAsync(rig.School, open, reader, default));
            Assert.That(Plain(JsonSerializer.Serialize(a)), Is.EqualTo(Plain(JsonSerializer.Serialize(b))), $"{reader}");
        }

        var people = await views.PeopleAsync(rig.School, null, null, false, default);
        Assert.That(Plain(JsonSerializer.Serialize(people.Single(p => p.Id == hidden))), Is.EqualTo(Plain(JsonSerializer.Serialize(people.Single(p => p.Id == open)))));
        var (lead, plain) = (await views.PersonAsync(rig.School, hidden, Reader.Lead, default), await views.PersonAsync(rig.School, open, Reader.Lead, default));
        Assert.That(Plain(JsonSerializer.Serialize(lead)), Is.Not.EqualTo(Plain(JsonSerializer.Serialize(plain))), "the comparison can tell");
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Queue_OfBoth_HasTheSamePlaceWordsAndCounts()
    {
        var (office, teacher) = (await rig.AsAsync(SchoolRole.Office), await rig.AsAsync(SchoolRole.Teacher));
        var (a, b) = (await rig.PhotoAsync(rig.OakPhotos[0]), await rig.PhotoAsync(rig.OakPhotos[1]));
        Assert.That(a.Channels.Select(c => (c.Channel, c.Verdict, string.Join('|', c.Reasons.Select(r => r.Sentence.Replace("Pia Pinewood", "X", StringComparison.Ordinal))))), Is.EqualTo(
            b.Channels.Select(c => (c.Channel, c.Verdict, string.Join('|', c.Reasons.Select(r => r.Sentence.Replace("Rae Rowanson", "X", StringComparison.Ordinal)))))));
        foreach (var (who, path) in new[] { (office, "/office/picture/"), (teacher, "/teacher/picture/") })
        {
            Assert.That(Reasons(await who.ReadAsync(path + rig.OakPhotos[0])), Is.Not.Empty.And.EqualTo(Reasons(await who.ReadAsync(path + rig.OakPhotos[1]))), path);
        }
    }

    [Test]
    [Property("Requirement", "C8")]
    public async Task Overview_TellsTheLeadWhichPhotosMayShowThem()
    {
        var lead = await (await rig.AsAsync(SchoolRole.Lead)).ReadAsync("/lead");
        Assert.That(lead, Does.Contain("Somebody protected may be seen").And.Contain("Pia Pinewood").And.Not.Contain("Rae Rowanson"));
        var waiting = await rig.Services.GetRequiredService<IRegisterViews>().ProtectedWaitingAsync(rig.School, Reader.Lead, default);
        var held = await rig.Views.HeldAsync(rig.School, default);
        Assert.That(waiting.Select(w => w.Media), Is.EquivalentTo(held.Where(p => p.Group == rig.Oak && p.Id != rig.OakPhotos[1]).Select(p => p.Id)), "every photo of the class that waits but the one somebody said they are not in");
        foreach (var reader in new[] { Reader.Office, Reader.Teacher })
        {
            Assert.That(await rig.Services.GetRequiredService<IRegisterViews>().ProtectedWaitingAsync(rig.School, reader, default), Is.Empty);
        }
    }

    private async Task<PersonId> EnrolAsync(string name)
    {
        var (_, person) = await Book.AddPersonAsync(rig.School, new PersonEdit("pupil", name, name.Split(' ')[0], "", 3, null, rig.Oak), null, default);
        return person;
    }

    private async Task ShowAsync(MediaId media, PersonId person)
    {
        var face = (await rig.DetailAsync(media)).Faces.Single().Id;
        await rig.Services.GetRequiredService<IHumanActs>().SayAsync(
            rig.School,
            new UserId(Guid.CreateVersion7()),
            [new(AttestationKind.OnFace) { Media = media, Person = person, Face = face }, new(AttestationKind.NobodyElse) { Media = media }],
            default);
    }

    private static string Reasons(string page) => Plain(string.Join('\n', ReasonsList().Matches(page).Select(m => m.Value)));

    private static string Plain(string text) => Moments().Replace(Ids().Replace(Names().Replace(text, "NAME"), "ID"), "TOKEN");

    [GeneratedRegex("<ul class=\"reasons\">.*?</ul>", RegexOptions.Singleline)]
    private static partial Regex ReasonsList();

    [GeneratedRegex("Pia Pinewood|Rae Rowanson|Pia|Rae")]
    private static partial Regex Names();

    [GeneratedRegex("[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")]
    private static partial Regex Ids();

    [GeneratedRegex("__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"|\"Microseconds\":[0-9]+|\"At\":\\{[^}]*\\}")]
    private static partial Regex Moments();
}
