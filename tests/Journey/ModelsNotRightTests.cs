using MediaGuard.Consent.Biometrics;
using MediaGuard.Consent.Decisions;
using MediaGuard.Consent.People;
using MediaGuard.Consent.Register;
using MediaGuard.Journey.Review;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Register;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Matching;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace MediaGuard.Journey.Tests;

/// <summary>A class where matching is on, while a model that is not needed for finding faces is not what it should be.</summary>
[NonParallelizable]
public sealed class ModelsNotRightTests
{
    private static readonly UserId Lead = new(Guid.CreateVersion7());
    private TempFolder _folder = null!;
    private LogLines _log = null!;
    private ServiceProvider _services = null!;
    private SchoolId _school;
    private GroupId _oak;

    private string Weights => _folder.At("weights");

    [SetUp]
    public async Task MakeAsync()
    {
        _folder = new TempFolder();
        _log = new LogLines();
        await ModelFindingsTests.WeightsAsync(Weights);
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Arrivals:StillFor", "00:00:00"), new("Models:Folder", Weights)]).Build();
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(settings);
        services.AddLogging(l => l.AddProvider(_log));
        services.AddMediaGuard(settings, _folder.FullName, TestPaths.Root);
        _services = services.BuildServiceProvider();
        await Get<DatabaseStart>().PrepareAsync(default);
        _school = await Get<ISchoolBooks>().MakeAsync("Match Primary", "Europe/London", "", StandardPolicy.Document with { HoldUnknownDevices = false }, default);
        await using var head = await Get<IHeads>().BeginAsync(_school, default);
        _oak = head.AddGroup("Oak", asksSeesaw: true, null);
        await head.ChooseMatchingAsync(new MatchingChoice(true, new DateOnly(2026, 1, 5), "DPIA 7", "Jo", false, null), Lead, default);
        var ali = Enter(head);
        await head.FlushAsync(default);
        await head.ChooseGroupMatchingAsync(_oak, true, Lead, default);
        Assert.That(await head.EnrolAsync(ali, FaceEmbedding.Of([.. Enumerable.Range(1, FaceEmbedding.Size).Select(i => (float)i)]), Get<IEmbeddingModel>().Version, 1, [], Lead, default), Is.True);
        await head.CommitAsync(default);
        Directory.CreateDirectory(_folder.At("share", "Oak"));
    }

    [TearDown]
    public async Task CloseAsync()
    {
        await _services.DisposeAsync();
        _log.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    [TestCase(true, ReasonCode.ModelAltered)]
    [TestCase(false, ReasonCode.ModelMissing)]
    public async Task SFace_NotRightWhereFacesShouldBeCompared_HoldsWithTheReasonUntilItIs(bool isAltered, ReasonCode reason)
    {
        if (isAltered)
        {
            await ModelFindingsTests.WeightsAsync(Weights, "sface-2021dec");
        }
        else
        {
            File.Delete(Path.Combine(Weights, "sface-2021dec.onnx"));
        }

        var photo = await DrainAsync("sample2.jpg");
        var held = await SeesawAsync(photo);
        Assert.That(held.Verdict, Is.EqualTo(Verdict.Held));
        Assert.That(held.Reasons.Select(r => r.Code), Does.Contain(reason));
        Assert.That((await DetailAsync(photo)).Faces, Is.Not.Empty, "the boxes are shown");

        await ModelFindingsTests.WeightsAsync(Weights);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That((await SeesawAsync(photo)).Reasons.Select(r => r.Code), Does.Not.Contain(reason));
    }

    [Test]
    public async Task SFace_AlteredWhereNothingIsCompared_HoldsNothing()
    {
        await ModelFindingsTests.WeightsAsync(Weights, "sface-2021dec");
        await using (var head = await Get<IHeads>().BeginAsync(_school, default))
        {
            await head.ChooseGroupMatchingAsync(_oak, false, Lead, default);
            await head.CommitAsync(default);
        }

        Assert.That((await SeesawAsync(await DrainAsync("sample2.jpg"))).Reasons.Select(r => r.Code), Does.Not.Contain(ReasonCode.ModelAltered));
    }

    [Test]
    public async Task YuNet_Altered_HoldsAndIsNotTriedAgainInVainUntilItIsRight()
    {
        var yunet = Path.Combine(Weights, "yunet-2023mar.onnx");
        await File.WriteAllBytesAsync(yunet, [1, 2, 3]);
        var photo = await DrainAsync("sample2.jpg");
        Assert.That((await SeesawAsync(photo)).Reasons.Select(r => r.Code), Does.Contain(ReasonCode.ModelAltered));

        await Get<IDrain>().RunAsync(null, default);
        Assert.That(_log.All, Has.None.Contains("are looked at again"));

        File.Delete(yunet);
        await Get<IDrain>().RunAsync(null, default);
        Assert.That(_log.All, Has.Some.Contains("1 photos are looked at again"));
        Assert.That((await SeesawAsync(photo)).Reasons.Select(r => r.Code), Does.Not.Contain(ReasonCode.ModelAltered));
    }

    private PersonId Enter(HeadTransaction head)
    {
        var person = head.AddPerson(new NewPerson(PersonKind.Pupil, "Ali Ashgrove", "Ali"), null);
        head.AddMembership(person, _oak, head.Today.AddYears(-1), null, null);
        head.RecordConsent(person, new PurposeId("seesaw"), ConsentAnswer.Given, head.Today.AddYears(-1), null, "form", "form", null);
        var guardian = head.AddGuardian(person, "A parent", head.Today, Lead);
        head.RecordConsent(person, BiometricPerson.Purpose, ConsentAnswer.Given, head.Today, null, "form", "drawer 2", Lead, guardian: guardian);
        return person;
    }

    private async Task<MediaId> DrainAsync(string sample)
    {
        File.Copy(SamplePictures.PathOf(sample), _folder.At("share", "Oak", sample));
        var photo = (await Get<IDrain>().RunAsync(null, default)).Single().Media.Single();
        await Get<IHumanActs>().SayAsync(_school, Lead, [new(AttestationKind.NobodyFromOutside) { Media = photo }], default);
        return photo;
    }

    private async Task<PhotoDetail> DetailAsync(MediaId photo) => (await Get<IPhotoViews>().DetailAsync(_school, photo, Reader.Office, default))!;

    private async Task<ChannelView> SeesawAsync(MediaId photo) => (await DetailAsync(photo)).Photo.On(ChannelId.Seesaw)!;

    private T Get<T>() where T : notnull => _services.GetRequiredService<T>();
}
