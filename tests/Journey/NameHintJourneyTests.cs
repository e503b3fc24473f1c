using System.Security.Cryptography;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Formats.Dressing;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>A name in a file's name, its folders or its title comes out as a hint, and a hint at somebody attested absent holds the photo.</summary>
internal sealed class NameHintJourneyTests
{
    private static readonly PurposeId Seesaw = new("seesaw");
    private static readonly UserId Teacher = new(Guid.CreateVersion7());

    private readonly Dictionary<string, PhotoDetail> _photos = [];
    private TempFolder _folder = null!;
    private ServiceProvider _services = null!;
    private PersonId _amelia;
    private PersonId _benji;

    [OneTimeSetUp]
    public async Task Drain()
    {
        _folder = new TempFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging();
        services.AddMediaGuard(settings, _folder.FullName, TestPaths.Root);
        _services = services.BuildServiceProvider();
        await _services.GetRequiredService<DatabaseStart>().PrepareAsync(CancellationToken.None);
        var school = await _services.GetRequiredService<ISchoolBooks>().MakeAsync("Names Primary", "Europe/London", "", StandardPolicy.Document, CancellationToken.None);

        Dictionary<string, byte[]> files = new()
        {
            ["Oak/IMG_0001_amelia-s.jpg"] = Wall("A wall"),
            ["Oak/IMG_0002.jpg"] = Wall("Another wall"),
            ["Oak/IMG_0003.jpg"] = Wall("Amelia Stonecrop's work"),
            ["Oak/Amelia Stonecrop/IMG_0004.jpg"] = Wall("A third wall"),
            ["Oak/Rose garden trip/Grace before lunch.jpg"] = Wall("May half term"),
            ["Oak/benji fernleigh.jpg"] = Wall("A fourth wall"),
            ["Oak/millie at the farm.jpg"] = Wall("A fifth wall"),
        };
        await FillRegisterAsync(school, files.Values);
        foreach (var (path, bytes) in files)
        {
            await File.WriteAllBytesAsync(_folder.At(["share", .. path.Split('/')]), bytes);
        }

        var drained = await _services.GetRequiredService<IDrain>().RunAsync(null, CancellationToken.None);
        Assert.That(drained.Single().Media, Has.Count.EqualTo(files.Count));
        foreach (var media in drained.Single().Media)
        {
            var detail = await _services.GetRequiredService<IPhotoViews>().DetailAsync(school, media, Reader.Office, CancellationToken.None);
            _photos[detail!.FileName] = detail;
        }
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _services.DisposeAsync();
        _folder.Dispose();
    }

    [TestCase("IMG_0001_amelia-s.jpg", NameField.FileName, Sureness.PreferredAndInitial)]
    [TestCase("IMG_0003.jpg", NameField.Title, Sureness.Full)]
    [TestCase("IMG_0004.jpg", NameField.Folder, Sureness.Full)]
    [TestCase("millie at the farm.jpg", NameField.FileName, Sureness.PreferredOnly)]
    public void Drain_NamesSomebodyAttestedAbsent_IsHeldWithNameHint(string file, NameField field, Sureness sureness)
    {
        var photo = _photos[file];
        var seesaw = photo.Photo.On(ChannelId.Seesaw)!;

        Assert.That(photo.NameHints.Select(hint => (hint.Person, hint.Field, hint.Sureness, hint.Counts)), Does.Contain((_amelia, field, sureness, true)));
        Assert.That(seesaw.Verdict, Is.EqualTo(Verdict.Held));
        var reason = seesaw.Reasons.Single(reason => reason.Code == ReasonCode.NameHint);
        Assert.That(reason.About, Is.EqualTo("Amelia Stonecrop"));
        Assert.That(reason.CanBeApproved);
    }

    [TestCase("IMG_0002.jpg")]
    [TestCase("Grace before lunch.jpg")]
    [TestCase("benji fernleigh.jpg")]
    public void Drain_NamesNobodyAbsent_HasNoNameHint(string file) =>
        Assert.That(_photos[file].Photo.On(ChannelId.Seesaw)!.Reasons.Select(reason => reason.Code), Does.Not.Contain(ReasonCode.NameHint));

    [Test]
    public void Drain_EverydayWords_AreShownAndCountForNothing() =>
        Assert.That(_photos["Grace before lunch.jpg"].NameHints.Select(hint => (hint.Name, hint.Counts)), Is.EquivalentTo(new[] { ("Grace Applegarth", false), ("May Ashdown", false), ("Rose Kingsmead", false) }));

    [Test]
    public void Drain_NamesSomebodyWhoIsThere_IsAHintThatAgrees() =>
        Assert.That(_photos["benji fernleigh.jpg"].NameHints.Select(hint => hint.Person), Is.EqualTo(new[] { _benji }));

    private static byte[] Wall(string title) => PictureDresser.DrawWall(new DressedPicture("Apple", "iPad (9th generation)", new DateTime(2026, 6, 1, 9, 0, 0), 51.5, -0.1, title));

    /// <summary>Everybody but Benji is attested absent from every file beforehand, Benji named, nobody from outside.</summary>
    private async Task FillRegisterAsync(SchoolId school, IEnumerable<byte[]> contents)
    {
        await using var head = await _services.GetRequiredService<IHeads>().BeginAsync(school, CancellationToken.None);
        var since = head.Today.AddYears(-1);
        var oak = head.AddGroup("Oak", asksSeesaw: true, null);
        PersonId Enrol(string name, string nicknames = "")
        {
            var person = head.AddPerson(new NewPerson(PersonKind.Pupil, name, name.Split(' ')[0]) { Nicknames = nicknames }, null);
            head.AddMembership(person, oak, since, null, null);
            head.RecordConsent(person, Seesaw, ConsentAnswer.Given, since, null, "form", "form", null);
            return person;
        }

        (_amelia, _benji) = (Enrol("Amelia Stonecrop", "Millie, Ames"), Enrol("Benji Fernleigh"));
        PersonId[] others = [Enrol("Grace Applegarth"), Enrol("May Ashdown"), Enrol("Rose Kingsmead")];
        head.AddDevice(new NewDevice("Oak iPad 1", "Apple", "iPad (9th generation)", "DMPTEST0001", oak, since), null);
        await head.FlushAsync(CancellationToken.None);
        foreach (var content in contents)
        {
            System.Collections.Immutable.ImmutableArray<byte> sha = [.. SHA256.HashData(content)];
            await head.AttestAsync(
                Teacher,
                [
                    new NewAttestation(AttestationKind.Absent) { ContentSha256 = sha, Person = _amelia },
                    .. others.Select(person => new NewAttestation(AttestationKind.Absent) { ContentSha256 = sha, Person = person }),
                    new NewAttestation(AttestationKind.InPicture) { ContentSha256 = sha, Person = _benji },
                    new NewAttestation(AttestationKind.NobodyFromOutside) { ContentSha256 = sha },
                ],
                CancellationToken.None);
        }

        await head.CommitAsync(CancellationToken.None);
    }
}
