using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Cleaning.Redaction;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace MediaGuard.Journey.Tests;

/// <summary>A photo of real faces: one of them is blurred for the website, looked for again by the real detectors, and what reaches each channel's folder is measured.</summary>
[NonParallelizable]
internal sealed class RedactionJourneyTests
{
    private static readonly UserId Office = new(Guid.CreateVersion7());
    private readonly Breaking _faults = new();
    private readonly LateClock _clock = new();
    private TempFolder _folder = null!;
    private ServiceProvider _services = null!;
    private SchoolId _school;
    private List<PersonId> _people = [];

    [SetUp]
    public async Task MakeAsync()
    {
        _folder = new TempFolder();
        (_faults.Point, _faults.Claims) = (null, 0);
        _clock.Ahead = default;
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging();
        services.AddSingleton<TimeProvider>(_clock);
        services.AddMediaGuard(settings, _folder.FullName, TestPaths.Root);
        services.Replace(ServiceDescriptor.Singleton<IFaultPoints>(_faults));
        _services = services.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        _school = await Get<ISchoolBooks>().MakeAsync("Blur Primary", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false, SmallFace = 1, ManyFaces = 50 }, default);
        await using var head = await Get<IHeads>().BeginAsync(_school, default);
        head.ConfirmRegister(head.Today, null);
        var oak = head.AddGroup("Oak", asksSeesaw: true, null);
        _people = [.. Enumerable.Range(0, 12).Select(n => Enter(head, n, oak))];
        await head.CommitAsync(default);
        Directory.CreateDirectory(_folder.At("share", "Oak"));
    }

    [TearDown]
    public async Task Close()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    public async Task Blur_ARealFaceForTheWebsite_NeverLeavesUnblurredThereAndLeavesAsItIsForSeesaw()
    {
        var (photo, faces) = await NamedAsync();
        var (face, box) = faces[0];
        Assert.That((await VerdictAsync(photo, ChannelId.Seesaw), await VerdictAsync(photo, ChannelId.Website)), Is.EqualTo((Verdict.Cleared, Verdict.Refused)), "the first of them refused the website");
        await BlurAsync(photo, face);
        Assert.That(await VerdictAsync(photo, ChannelId.Website), Is.EqualTo(Verdict.Cleared));
        await Get<IDrain>().RunAsync(null, default);

        var (seesaw, website) = (Picture(Released("seesaw").Single()), Picture(Released("website").Single()));
        Assert.That(GreyUnder(website, box), Is.EqualTo(1), "every pixel of the face and a margin has the one colour");
        Assert.That(GreyUnder(seesaw, box), Is.LessThan(0.2));
        var seen = Get<IFaceFinder>().Find(website, default).Faces;
        Assert.That(seen.Select(f => f.Box.IntersectionOverUnion(box)), Has.All.LessThan(0.1), "the detectors find nobody there");
        Assert.That(Get<IFaceFinder>().Find(seesaw, default).Faces.Select(f => f.Box.IntersectionOverUnion(box)), Has.Some.GreaterThan(0.5), "and would");

        await Get<IHumanActs>().TakeBackAsync(_school, Office, photo, AttestationKind.Blurred, null, face, ChannelId.Website, default);
        Assert.That(await VerdictAsync(photo, ChannelId.Website), Is.EqualTo(Verdict.Refused));
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(Released("website"), Is.Empty, "the blurred copy lost its ground");
        Assert.That(Released("seesaw"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Crop_ARealFaceAway_LeavesOnlyWhatIsKept()
    {
        var (photo, faces) = await NamedAsync();
        var (_, box) = faces[0];
        var detail = await DetailAsync(photo);
        var kept = new PixelBox(Math.Ceiling(box.Right), 0, detail.Photo.Width - Math.Ceiling(box.Right), detail.Photo.Height);
        await Get<IHumanActs>().SayAsync(_school, Office, [new(AttestationKind.Cropped) { Media = photo, Channel = ChannelId.Website, Area = kept }], default);
        await AnswerFoundAsync(photo);
        Assert.That(await VerdictAsync(photo, ChannelId.Website), Is.EqualTo(Verdict.Cleared));
        var rendition = await Get<IPhotoViews>().RenditionAsync(_school, photo, ChannelId.Website, default);
        var look = Get<IPixelDecoder>().Decode((await Get<IPictures>().LookAsync(_school, new UserId(Guid.CreateVersion7()), photo, rendition, 0, default))!.Value);
        Assert.That((look.Width, look.Height), Is.EqualTo(((int)kept.Width, (int)kept.Height)));
    }

    [TestCase("redact.claimed")]
    [TestCase("redact.written")]
    [TestCase("redact.saved")]
    public async Task Blur_StoppedHalfWay_IsHeldUntilItIsMadeAnewAndLeavesNothingBehind(string point)
    {
        var (photo, faces) = await NamedAsync();
        _faults.Point = point;
        await Get<IHumanActs>().SayAsync(_school, Office, [new(AttestationKind.Blurred) { Media = photo, Face = faces[0].Face, Channel = ChannelId.Website }], default);
        _faults.Point = null;
        var isSaved = point == "redact.saved";
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(await Get<IPhotoViews>().RenditionAsync(_school, photo, ChannelId.Website, default), isSaved ? Is.Not.Null : Is.Null);
        Assert.That(Released("website"), Has.Length.EqualTo(isSaved ? 1 : 0), "what is not made does not leave, and the picture as it is does not leave for it");

        _clock.Ahead = RedactionRunner.Claim + TimeSpan.FromSeconds(5);
        await Get<IDrain>().RunAsync(null, default);
        await AnswerFoundAsync(photo);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(GreyUnder(Picture(Released("website").Single()), faces[0].Box), Is.EqualTo(1));
        await Get<VaultSweep>().RunAsync(default);
        var renditions = new List<VaultObject>();
        await foreach (var name in Get<IVault>().ListAsync(default))
        {
            if (name.Kind == VaultKind.Rendition)
            {
                renditions.Add(name);
            }
        }

        Assert.That(renditions, Has.Count.EqualTo(2), "the cleaned one and the blurred one, and none that nobody knows");
    }

    [Test]
    public async Task Blur_ItsFileIsLostBeforeItLeaves_IsMadeAnewAndLeaves()
    {
        var (photo, faces) = await NamedAsync();
        await BlurAsync(photo, faces[0].Face);
        var lost = await BlurredAsync(photo);
        File.Delete(StoreFile(lost!.Value));
        await Get<IDrain>().RunAsync(null, default);
        await AnswerFoundAsync(photo);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(await BlurredAsync(photo), Is.Not.Null.And.Not.EqualTo(lost));
        Assert.That(GreyUnder(Picture(Released("website").Single()), faces[0].Box), Is.EqualTo(1));
    }

    [Test]
    public async Task Blur_ThePictureItIsMadeOfIsLost_IsHeldTriedLessAndLessOftenAndTold()
    {
        var (photo, faces) = await NamedAsync();
        var file = StoreFile((await Get<IItemLedger>().LoadAsync(_school, photo, default))!.Rendition!.Value);
        File.Move(file, _folder.At("aside"));
        await Get<IHumanActs>().SayAsync(_school, Office, [new(AttestationKind.Blurred) { Media = photo, Face = faces[0].Face, Channel = ChannelId.Website }], default);
        Assert.That((await VerdictAsync(photo, ChannelId.Website), _faults.Claims), Is.EqualTo((Verdict.Held, 1)));
        Assert.That((await CopiesAsync()).Select(f => (f.Health, f.Says)), Is.EqualTo(new[] { (Health.Wrong, "1 blurred or cropped copy can't be made and is held") }));
        foreach (var size in new[] { 0, 320 })
        {
            Assert.That(await Get<IPictures>().LookAsync(_school, Office, photo, null, size, default), Is.Null, "there is none to show");
        }

        _clock.Ahead = RedactionRunner.Claim + TimeSpan.FromSeconds(5);
        await Get<IDrain>().RunAsync(null, default);
        _clock.Ahead += RedactionRunner.Claim + TimeSpan.FromMinutes(50);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(_faults.Claims, Is.EqualTo(2), "the second time an hour is waited");
        Assert.That((await CopiesAsync()).Select(f => f.Says), Is.EquivalentTo(new[] { "1 blurred or cropped copy can't be made and is held", "1 cleared copy can't be handed over" }), "Seesaw's, which is the picture as it is");

        File.Move(_folder.At("aside"), file);
        _clock.Ahead += TimeSpan.FromHours(1);
        await Get<IDrain>().RunAsync(null, default);
        await AnswerFoundAsync(photo);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(GreyUnder(Picture(Released("website").Single()), faces[0].Box), Is.EqualTo(1));
        Assert.That(Released("seesaw"), Has.Length.EqualTo(1));
        Assert.That((await CopiesAsync()).Single().Health, Is.EqualTo(Health.Well));
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Everybody in it has a name, nobody else is in it, and it is asked for everywhere; the leftmost refused the website.</summary>
    private async Task<(MediaId Photo, List<(FaceId Face, PixelBox Box)> Faces)> NamedAsync()
    {
        File.Copy(SamplePictures.PathOf("sample2.jpg"), _folder.At("share", "Oak", "a.jpg"));
        var photo = (await Get<IDrain>().RunAsync(null, default)).Single().Media.Single();
        var faces = (await DetailAsync(photo)).Faces.OrderBy(f => f.Box.X).Select(f => (f.Id, f.Box)).ToList();
        Assert.That(faces, Has.Count.InRange(2, _people.Count));
        await Get<IHumanActs>().SayAsync(
            _school,
            Office,
            [
                .. faces.Select((f, n) => new NewAttestation(AttestationKind.OnFace) { Media = photo, Face = f.Id, Person = _people[n] }),
                new(AttestationKind.NobodyElse) { Media = photo },
                new(AttestationKind.AskedFor) { Media = photo, Channel = ChannelId.Website },
            ],
            default);
        return (photo, faces);
    }

    private async Task BlurAsync(MediaId photo, FaceId face)
    {
        await Get<IHumanActs>().SayAsync(_school, Office, [new(AttestationKind.Blurred) { Media = photo, Face = face, Channel = ChannelId.Website }], default);
        await AnswerFoundAsync(photo);
    }

    /// <summary>What is found only now is not a face: a person looked at it. Under the cover nothing may be found.</summary>
    private async Task AnswerFoundAsync(MediaId photo)
    {
        var found = (await DetailAsync(photo)).Redactions.SelectMany(r => r.Found).ToList();
        Assert.That(found.Where(f => f.IsUnderCover), Is.Empty);
        await Get<IHumanActs>().SayAsync(_school, Office, [.. found.Select(f => new NewAttestation(AttestationKind.NotAFace) { Media = photo, Face = f.Id })], default);
    }

    private async Task<PhotoDetail> DetailAsync(MediaId photo) => (await Get<IPhotoViews>().DetailAsync(_school, photo, Reader.Office, default))!;

    private async Task<Verdict?> VerdictAsync(MediaId photo, ChannelId channel) => (await DetailAsync(photo)).Photo.On(channel)!.Verdict;

    private Task<RenditionId?> BlurredAsync(MediaId photo) => Get<IPhotoViews>().RenditionAsync(_school, photo, ChannelId.Website, default);

    private string StoreFile(RenditionId rendition) => Directory.GetFiles(_folder.At("store"), $"{rendition.Value:N}*", SearchOption.AllDirectories).Single(f => f.Contains("rendition", StringComparison.Ordinal));

    private async Task<IReadOnlyList<Finding>> CopiesAsync() => [.. (await Get<IDoctor>().GlanceAsync(default)).Where(f => f.What == "copies")];

    private string[] Released(string channel)
    {
        var folder = _folder.At("released", channel);
        return Directory.Exists(folder) ? Directory.GetFiles(folder, "*.jpg", SearchOption.AllDirectories) : [];
    }

    private PixelImage Picture(string path) => Get<IPixelDecoder>().Decode(File.ReadAllBytes(path));

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
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, $"Child {n}", $"C{n}"), null);
        head.AddMembership(person, oak, head.Today.AddYears(-1), null, null);
        head.RecordConsent(person, new PurposeId("seesaw"), ConsentAnswer.Given, head.Today.AddYears(-1), null, "form", "form", null);
        head.RecordConsent(person, new PurposeId("website"), n == 0 ? ConsentAnswer.Refused : ConsentAnswer.Given, head.Today.AddYears(-1), null, "form", "form", null);
        return person;
    }

    private sealed class LateClock : TimeProvider
    {
        public TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
    }

    private sealed class Breaking : IFaultPoints
    {
        public string? Point { get; set; }

        /// <summary>How often a rendition was begun.</summary>
        public int Claims { get; set; }

        public void Reach(string point)
        {
            Claims += point == "redact.claimed" ? 1 : 0;
            if (point == Point)
            {
                throw new InvalidOperationException("stopped");
            }
        }
    }
}
