using System.IO.Compression;
using System.Text.Json;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Review;
using MediaGuard.Journey.Subjects;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Looking;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Subjects;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Journey.Tests;

/// <summary>A photo of real faces is handed out to one of the people in it: the others' pixels are gone, and the real detectors find nobody else.</summary>
[NonParallelizable]
internal sealed class SubjectAccessTests
{
    private static readonly UserId Lead = new(Guid.CreateVersion7());
    private readonly Squint _eyes = new();
    private TempFolder _folder = null!;
    private ServiceProvider _services = null!;
    private SchoolId _school;
    private List<PersonId> _people = [];
    private MediaId _photo;
    private List<(FaceId Face, PixelBox Box)> _faces = [];

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _folder = new TempFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging();
        services.AddMediaGuard(settings, _folder.FullName, TestPaths.Root);
        services.AddSingleton(_eyes);
        var own = services.Single(d => d.ServiceType == typeof(IFaceFinder));
        services.Replace(ServiceDescriptor.Singleton<IFaceFinder>(p => _eyes.Over((IFaceFinder)ActivatorUtilities.CreateInstance(p, own.ImplementationType!))));
        _services = services.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        _school = await Get<ISchoolBooks>().MakeAsync("Access Primary", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false, SmallFace = 1, ManyFaces = 50 }, default);
        await using (var head = await Get<IHeads>().BeginAsync(_school, default))
        {
            head.ConfirmRegister(head.Today, null);
            var oak = head.AddGroup("Oak", asksSeesaw: true, null);
            _people = [.. Enumerable.Range(0, 12).Select(n => Enter(head, n, oak))];
            await head.CommitAsync(default);
        }

        Directory.CreateDirectory(_folder.At("share", "Oak"));
        File.Copy(SamplePictures.PathOf("sample2.jpg"), _folder.At("share", "Oak", "a.jpg"));
        _photo = (await Get<IDrain>().RunAsync(null, default)).Single().Media.Single();
        _faces = [.. (await Get<IPhotoViews>().DetailAsync(_school, _photo, Reader.Office, default))!.Faces.OrderBy(f => f.Box.X).Select(f => (f.Id, f.Box))];
        Assert.That(_faces, Has.Count.InRange(2, _people.Count - 1));
        await SayAsync([.. _faces.Select((f, n) => new NewAttestation(AttestationKind.OnFace) { Media = _photo, Face = f.Face, Person = _people[n] }), new(AttestationKind.NobodyElse) { Media = _photo }]);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task Write_APictureOfSeveral_ShowsTheOneAndNobodyElse()
    {
        var before = await ObjectsAsync();
        var files = await WriteAsync(_people[0]);
        Assert.That(files.Keys, Is.EquivalentTo(new[] { "pictures/0001.jpg", "what-we-hold.txt", "what-we-hold.json" }));
        var picture = Get<IPixelDecoder>().Decode(files["pictures/0001.jpg"]);
        foreach (var (_, box) in _faces.Skip(1))
        {
            Assert.That(GreyUnder(picture, box), Is.EqualTo(1), "every pixel of another face and a margin has the one colour");
        }

        Assert.That(GreyUnder(picture, _faces[0].Box), Is.LessThan(0.5), "their own face stays");
        var seen = Get<IFaceFinder>().Find(picture, default).Faces.Select(f => f.Box).ToList();
        Assert.That(seen.Select(b => b.IntersectionOverUnion(_faces[0].Box)), Has.All.GreaterThan(0.4), "the detectors find nobody else");
        using var leftovers = new MemoryStream(files["pictures/0001.jpg"]);
        Assert.That(MetadataExtractor.ImageMetadataReader.ReadMetadata(leftovers).Select(d => d.Name), Has.None.StartsWith("Exif").And.None.StartsWith("XMP").And.None.StartsWith("IPTC"));

        var text = System.Text.Encoding.UTF8.GetString(files["what-we-hold.txt"]);
        Assert.That(text, Does.Contain("Zara 0 Subject").And.Contain("Seesaw: yes").And.Contain("pictures/0001.jpg, with every other face covered").And.Contain("a face in it is theirs"));
        Assert.That(Enumerable.Range(1, 11).Where(n => text.Contains($"Zara {n} ", StringComparison.Ordinal)), Is.Empty, "nobody else's name");
        using var json = JsonDocument.Parse(files["what-we-hold.json"]);
        Assert.That(json.RootElement.GetProperty("photos")[0].GetProperty("file").GetString(), Is.EqualTo("pictures/0001.jpg"));
        Assert.That(await ObjectsAsync(), Is.EquivalentTo(before), "nothing of it is kept");
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task Write_NamedWithoutAFace_CoversEveryFace()
    {
        await SayAsync([new(AttestationKind.InPicture) { Media = _photo, Person = _people[11] }]);
        var files = await WriteAsync(_people[11]);
        var picture = Get<IPixelDecoder>().Decode(files["pictures/0001.jpg"]);
        Assert.That(_faces.Select(f => GreyUnder(picture, f.Box)), Is.All.EqualTo(1));
        Assert.That(System.Text.Encoding.UTF8.GetString(files["what-we-hold.txt"]), Does.Contain("not which face is theirs"));
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task Write_NobodyCouldLookAgain_LeavesThePictureOut()
    {
        _eyes.IsShut = true;
        try
        {
            var files = await WriteAsync(_people[0]);
            Assert.That(files.Keys, Has.None.EndsWith(".jpg"));
            Assert.That(System.Text.Encoding.UTF8.GetString(files["what-we-hold.txt"]), Does.Contain("could not be covered for certain"));
        }
        finally
        {
            _eyes.IsShut = false;
        }
    }

    [Test]
    [Property("Requirement", "L4")]
    public async Task Write_IsAudited_AndEachPictureIsALook()
    {
        await WriteAsync(_people[1]);
        var line = (await Get<IAuditTrail>().SearchAsync(_school, new AuditQuestion("subject-access", _people[1].ToString(), null, null), 10, default))[0];
        Assert.That((line.Actor, line.Detail), Is.EqualTo(((UserId?)Lead, "1 pictures, 1 photos in all")));
        await Get<ISideLog>().FlushAsync(default);
        var look = (await Get<ISideLog>().OfPersonAsync(_school, _people[1], default)).Single(l => l.User == Lead);
        Assert.That((look.Named, look.Copies), Is.EqualTo((1, 1)));
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private Task SayAsync(IReadOnlyList<NewAttestation> said) => Get<IHumanActs>().SayAsync(_school, Lead, said, default);

    private async Task<Dictionary<string, byte[]>> WriteAsync(PersonId person)
    {
        var record = await Get<ISubjectBook>().ReadAsync(_school, person, default);
        using var archive = new MemoryStream();
        await Get<ISubjectAccess>().WriteAsync(record!, Lead, archive, default);
        archive.Position = 0;
        using var zip = new ZipArchive(archive);
        var files = new Dictionary<string, byte[]>();
        foreach (var entry in zip.Entries)
        {
            using var bytes = new MemoryStream();
            await using var from = await entry.OpenAsync();
            await from.CopyToAsync(bytes);
            files[entry.FullName] = bytes.ToArray();
        }

        return files;
    }

    private async Task<List<VaultObject>> ObjectsAsync()
    {
        var all = new List<VaultObject>();
        await foreach (var name in Get<IVault>().ListAsync(default))
        {
            all.Add(name);
        }

        return all;
    }

    /// <summary>Of what is covered for a face, the share that is the one grey, but for the edge where encoding mixes.</summary>
    private static double GreyUnder(PixelImage picture, PixelBox face)
    {
        const int Edge = 9;
        var area = PictureRedaction.Around(face);
        var (grey, all) = (0, 0);
        for (var y = (int)Math.Max(0, area.Y) + Edge; y < Math.Min(picture.Height, area.Bottom) - Edge; y++)
        {
            for (var x = (int)Math.Max(0, area.X) + Edge; x < Math.Min(picture.Width, area.Right) - Edge; x++)
            {
                all++;
                grey += Enumerable.Range(0, 3).All(band => Math.Abs(picture.Rgb[(((y * picture.Width) + x) * 3) + band] - 128) <= 3) ? 1 : 0;
            }
        }

        return (double)grey / all;
    }

    private static PersonId Enter(HeadTransaction head, int n, GroupId oak)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, $"Zara {n} Subject", $"Zara {n}"), null);
        head.AddMembership(person, oak, head.Today.AddYears(-1), null, null);
        head.RecordConsent(person, new PurposeId("seesaw"), ConsentAnswer.Given, head.Today.AddYears(-1), null, "form", "form", null);
        return person;
    }

    /// <summary>The real detectors, which may be shut.</summary>
    private sealed class Squint : IFaceFinder
    {
        private IFaceFinder inner = null!;

        public bool IsShut { get; set; }

        public Squint Over(IFaceFinder real)
        {
            inner = real;
            return this;
        }

        public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken) =>
            IsShut ? throw new MediaException(ReasonCode.DetectorFailed) : inner.Find(picture, cancellationToken);
    }
}
