using System.Globalization;
using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey.Matching;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using MediaGuard.Vision.Detection.Pictures;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Tests;

/// <summary>A school of two children whose photos go through the whole journey: with matching off, on without everybody's consent, and on.</summary>
[NonParallelizable]
internal sealed class MatchingJourneyTests
{
    private static readonly UserId Lead = new(Guid.CreateVersion7());
    private static readonly PurposeId Seesaw = new("seesaw");
    private readonly LogLines _log = new();
    private TempFolder _folder = null!;
    private ServiceProvider _services = null!;
    private SchoolId _school;
    private GroupId _oak;
    private PersonId _ali;
    private PersonId _bea;

    [OneTimeSetUp]
    public async Task MakeAsync()
    {
        _folder = new TempFolder();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00")]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace).AddProvider(_log));
        services.AddMediaGuard(settings, _folder.FullName, TestPaths.Root);
        _services = services.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        _school = await Get<ISchoolBooks>().MakeAsync("Match Primary", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false }, default);
        await using var head = await Get<IHeads>().BeginAsync(_school, default);
        _oak = head.AddGroup("Oak", asksSeesaw: true, null);
        _ali = Enter(head, "Ali Ashgrove", ConsentAnswer.Refused);
        _bea = Enter(head, "Bea Birchall", ConsentAnswer.Given);
        await head.CommitAsync(default);
        Directory.CreateDirectory(_folder.At("share", "Oak"));
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [Test]
    [Property("Requirement", "L3")]
    public async Task Journey_OffThenWithoutConsentThenOn_EmbedsOnlyWhatItMayAndKeepsNothingOfStrangers()
    {
        using var runs = new ModelRuns(FaceEmbedder.Model);
        await DrainAsync("sample2.jpg");
        Assert.That(runs.Count, Is.Zero, "off: nothing is embedded");

        var acts = Get<IMatchingActs>();
        Assert.That((await acts.EnrolAsync(_school, Lead, _ali, [new MemoryStream(PeopleFolder.Bitmap(Sample("sample1.jpg")))], default)).Missing, Is.Not.Empty);
        Assert.That(runs.Count, Is.Zero, "off: nobody is enrolled, and no photo is looked at");
        await acts.ChooseAsync(_school, Lead, new MatchingChoice(true, new DateOnly(2026, 1, 5), "DPIA 7", "Jo", false, null), default);
        await acts.ChooseGroupAsync(_school, Lead, _oak, true, default);
        await PermitAsync(_ali);
        await EnrolAliAsync(acts);
        var enrolling = runs.Count;
        Assert.That(enrolling, Is.EqualTo(1), "one embedding of the one face enrolled");

        await DrainAsync("sample3.jpg");
        Assert.That(runs.Count, Is.EqualTo(enrolling), "Bea has not consented: nothing of her class is embedded");

        await PermitAsync(_bea);
        var photo = await DrainAsync("sample1.jpg");
        Assert.That(runs.Count, Is.GreaterThan(enrolling));
        await SuggestsAliAndHoldsAsync(photo);
        await NothingOfStrangersIsKeptAsync(photo);

        await acts.ChooseGroupAsync(_school, Lead, _oak, false, default);
        var before = runs.Count;
        await DrainAsync("sample4.jpg");
        Assert.That(runs.Count, Is.EqualTo(before), "off for the group: nothing is embedded");
    }

    private async Task EnrolAliAsync(IMatchingActs acts)
    {
        var whole = Sample("sample1.jpg");
        var several = await acts.EnrolAsync(_school, Lead, _ali, [new MemoryStream(PeopleFolder.Bitmap(whole)), new MemoryStream([1, 2, 3])], default);
        Assert.That((several.IsEnrolled, several.Photos.Count), Is.EqualTo((false, 2)));
        Assert.That(several.Photos.Select(p => p.Single()), Is.EqualTo(new[] { ReferenceSentences.For(ReferenceProblem.SeveralFaces), ReferenceSentences.For(ReferenceProblem.NotAPicture) }));

        var alone = PeopleFolder.Bitmap(Alone(whole));
        var outcome = await acts.EnrolAsync(_school, Lead, _ali, [new MemoryStream(alone)], default);
        Assert.That(outcome.IsEnrolled, Is.True, string.Join(' ', outcome.Missing.Concat(outcome.Photos.SelectMany(p => p))));
        Assert.That((await VaultAsync()).Select(o => o.Kind), Does.Not.Contain(VaultKind.Reference), "reference photos are not kept");
        Assert.That(IsOnDisk(alone.AsSpan(alone.Length / 2, 64)), Is.False);
    }

    private async Task SuggestsAliAndHoldsAsync(MediaId photo)
    {
        var detail = (await Get<IPhotoViews>().DetailAsync(_school, photo, Reader.Office, default))!;
        Assert.That(detail.Faces.Count(f => f.Suggested == _ali), Is.EqualTo(1));
        Assert.That(detail.Faces.Where(f => f.Suggested != _ali).Select(f => f.Suggested), Has.All.Null);
        Assert.That(detail.Photo.Named, Is.Empty, "a suggestion names nobody");
        await Get<IHumanActs>().SayAsync(_school, Lead, [new(AttestationKind.NobodyFromOutside) { Media = photo }, new(AttestationKind.Absent) { Media = photo, Person = _ali }], default);
        var seesaw = (await Get<IPhotoViews>().DetailAsync(_school, photo, Reader.Office, default))!.Photo.On(ChannelId.Seesaw)!;
        Assert.That(seesaw.Verdict, Is.EqualTo(Verdict.Held));
        Assert.That(seesaw.Reasons.Select(r => r.Code), Does.Contain(ReasonCode.LooksLikeRefused).And.Contain(ReasonCode.LooksLikeAbsent));

        var face = detail.Faces.Single(f => f.Suggested == _ali);
        await Get<IHumanActs>().SayAsync(_school, Lead, [new(AttestationKind.OnFace) { Media = photo, Person = _ali, Face = face.Id }], default);
        Assert.That((await Get<IPhotoViews>().DetailAsync(_school, photo, Reader.Office, default))!.Photo.On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Refused), "confirmed by a person");
    }

    private async Task NothingOfStrangersIsKeptAsync(MediaId photo)
    {
        var rendition = (await Get<IPictures>().LookAsync(_school, new UserId(Guid.CreateVersion7()), photo, null, 0, default))!.Value;
        var picture = Get<IPixelDecoder>().Decode(rendition);
        var faces = Get<IFaceFinder>().Find(picture, default).Faces.Where(f => FaceAlignment.Of(f.Keypoints) is { } a && MatchThresholds.CanBeJudged(f, a)).ToList();
        Assert.That(faces, Has.Count.GreaterThan(1));
        using var pyramid = new PicturePyramid(picture);
        var log = string.Join('\n', _log.All);
        foreach (var face in faces)
        {
            var bytes = FaceEmbedder.Embed(Get<FaceEmbedder>().Open()!, pyramid, FaceAlignment.Of(face.Keypoints)!.Value).Embedding.ToBytes();
            foreach (var part in new[] { 0, 128, 384 })
            {
                Assert.That(IsOnDisk(bytes.AsSpan(part, 16)), Is.False);
            }

            Assert.That(log, Does.Not.Contain(Convert.ToHexString(bytes.AsSpan(0, 12))).And.Not.Contain(Convert.ToBase64String(bytes.AsSpan(0, 12))));
            Assert.That(log, Does.Not.Contain(BitConverter.ToSingle(bytes, 0).ToString("R", CultureInfo.InvariantCulture)));
            await File.WriteAllBytesAsync(_folder.At("control.bin"), bytes);
            Assert.That(IsOnDisk(bytes.AsSpan(128, 16)), Is.True, "the search finds what is there");
            File.Delete(_folder.At("control.bin"));
        }

        Assert.That(log, Does.Contain(photo.ToString()), "the log was listened to");
        Assert.That(log, Does.Not.Contain("Ashgrove").And.Not.Contain("Birchall"));
    }

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();

    private PersonId Enter(HeadTransaction head, string name, ConsentAnswer answer)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, name, name.Split(' ')[0]), null);
        head.AddMembership(person, _oak, head.Today.AddYears(-1), null, null);
        head.RecordConsent(person, Seesaw, answer, head.Today.AddYears(-1), null, "form", "form", null);
        return person;
    }

    private async Task PermitAsync(PersonId person)
    {
        await using var head = await Get<IHeads>().BeginAsync(_school, default);
        var guardian = head.AddGuardian(person, "A parent", head.Today, Lead);
        head.RecordConsent(person, BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, null, "form", "drawer 2", Lead, guardian: guardian);
        await head.CommitAsync(default);
    }

    private async Task<MediaId> DrainAsync(string sample)
    {
        File.Copy(SamplePictures.PathOf(sample), _folder.At("share", "Oak", sample));
        return (await Get<IDrain>().RunAsync(null, default)).Single().Media.MaxBy(m => m.Value);
    }

    private PixelImage Sample(string name)
    {
        using var file = File.OpenRead(SamplePictures.PathOf(name));
        return Get<IPixelDecoder>().Decode(Get<IPictureCleaner>().Clean(file, MediaFormat.Jpeg, default).Jpeg);
    }

    /// <summary>The largest face of the picture that can be enrolled from, with a margin.</summary>
    private PixelImage Alone(PixelImage whole)
    {
        foreach (var box in Get<IFaceFinder>().Find(whole, default).Faces.Where(f => !f.IsDoubtful).OrderByDescending(f => f.Box.Area).Select(f => f.Box))
        {
            var face = PeopleFolder.Around(whole, box);
            if (Get<IFaceFinder>().Find(face, default).Faces is [{ IsDoubtful: false, Box.ShorterSide: > 64 } only]
                && FaceAlignment.Of(only.Keypoints) is { Misfit: < 4 } a && Math.Abs(a.Yaw) < 0.28)
            {
                return face;
            }
        }

        throw new AssertionException("No face of the sample can be enrolled from.");
    }

    private async Task<List<VaultObject>> VaultAsync()
    {
        var found = new List<VaultObject>();
        await foreach (var name in Get<IVault>().ListAsync(default))
        {
            found.Add(name);
        }

        return found;
    }

    private bool IsOnDisk(ReadOnlySpan<byte> bytes) => FolderSearch.Holds(_folder.FullName, bytes);
}
