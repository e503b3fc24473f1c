using MediaGuard.Ingest.Cleaning;
using MediaGuard.Journey;
using MediaGuard.Journey.Loops;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Items;
using MediaGuard.Records.Views;
using MediaGuard.Tests.Support;
using MediaGuard.Vision.Detection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace MediaGuard.Journeys.Tests;

/// <summary>There is no path on which doing nothing, or failing, publishes.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class UnknownIsNoTests
{
    private const string Model = "ultraface-rfb320.onnx";
    private static readonly byte[] Photo = Photos.Draw(40);

    private School school = null!;
    private Books books = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        school = await School.MakeAsync();
        books = new Books(school);
        await using var services = school.Services();
        await school.ClearBeforehandAsync(services, Photo); // whatever keeps it from clearing is not the people's silence
        school.Drop("photo.jpg", Photo);
    }

    [TearDown]
    public void TearDown() => school?.Dispose();

    [TestCase(true, "process", ReasonCode.ModelMissing)]
    [TestCase(false, "process", ReasonCode.ModelAltered)]
    [TestCase(true, "serve", ReasonCode.ModelMissing)]
    [TestCase(false, "serve", ReasonCode.ModelAltered)]
    [Property("Requirement", "C1")]
    public async Task Models_NotRight_HoldUntilTheyAre(bool isMissing, string command, ReasonCode reason)
    {
        using var models = new TempFolder();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(TestPaths.Root, "models", "weights"), "*.onnx"))
        {
            File.Copy(file, models.At(Path.GetFileName(file)));
        }

        var model = models.At(Model);
        var right = await File.ReadAllBytesAsync(model);
        if (isMissing)
        {
            File.Delete(model);
        }
        else
        {
            await File.WriteAllBytesAsync(model, [.. right[..1000], (byte)(right[1000] ^ 1), .. right[1001..]]);
        }

        var setting = ("Models:Folder", models.FullName);
        await using var serve = command == "serve" ? school.Serve(setting) : null;
        if (serve is null)
        {
            await school.RunAsync("process", setting);
        }

        await Eventually.HoldsAsync(() => books.Of(Photo)?.Status == MediaStatus.Departed, () => serve?.Output ?? string.Join('\n', books.Items()));
        var media = books.Of(Photo)!.Media;
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Held)));
        Assert.That(books.ReasonsOf(media), Does.Contain(reason.ToString()));
        Assert.That(books.Out(), Is.Empty);
        Assert.That(serve?.Output ?? "", serve is null ? Is.Empty : Does.Contain($"Model ultraface-rfb320: {(isMissing ? "Missing" : "Altered")}. It is not used"), "said at the start");

        await File.WriteAllBytesAsync(model, right);
        if (serve is null)
        {
            await school.RunAsync("process", setting);
        }

        await Eventually.HoldsAsync(() => books.VerdictOf(media) == nameof(Verdict.Cleared) && books.Out().Count == 1, () => serve?.Output ?? string.Join('\n', books.Items()));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Detector_Throws_HoldsAndIsAskedAgainLater()
    {
        await using (var services = school.Services(s => s.Replace(ServiceDescriptor.Singleton<IFaceFinder, ThrowingFinder>())))
        {
            await services.GetRequiredService<IDrain>().RunAsync(null, default);
        }

        var media = books.Of(Photo)!.Media;
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Held)));
        Assert.That(books.ReasonsOf(media), Does.Contain(nameof(ReasonCode.DetectorFailed)));
        Assert.That(books.Out(), Is.Empty);

        await using var mended = school.Services();
        await mended.GetRequiredService<IDrain>().RunAsync(null, default);
        Assert.That(books.VerdictOf(media), Is.EqualTo(nameof(Verdict.Cleared)));
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Step_ThrowsThreeTimes_QuarantinesThatPhotoOnly()
    {
        var other = Photos.Dressed(41, "another length");
        school.Drop("other.jpg", other);
        var thrown = new List<int>();
        await using var real = school.Services();
        await using var services = school.Services(s => s.Replace(ServiceDescriptor.Singleton<IPictureCleaner>(
            new ThrowingCleaner(real.GetRequiredService<IPictureCleaner>(), Photo.Length, thrown))));
        await services.GetRequiredService<IDrain>().RunAsync(null, default);
        var item = books.Of(Photo)!;
        Assert.That((item.Status, item.Reason), Is.EqualTo((MediaStatus.Quarantined, nameof(ReasonCode.StepDiedRepeatedly))));
        Assert.That(thrown, Has.Count.EqualTo(ItemRunner.MostAttempts));
        Assert.That(books.Of(other)!.Status, Is.EqualTo(MediaStatus.Departed));
        Assert.That(books.Out(), Is.Empty);
        await books.AssertNothingLostAsync([Photo, other]);
    }

    [Test]
    [Property("Requirement", "C1")]
    public async Task Step_KillsTheProcessThreeTimes_Quarantines()
    {
        for (var run = 0; run < ItemRunner.MostAttempts; run++)
        {
            var (code, output) = await school.RunAsync("process", ("MEDIAGUARD_FAULT", "journey.Understood.leased"));
            Assert.That(code, Is.EqualTo(Mediaguard.Killed), output);
            await Task.Delay(TimeSpan.FromSeconds(1.6), TimeProvider.System);
        }

        var (end, said) = await school.RunAsync("process");
        Assert.That(end, Is.EqualTo(1), said);
        Assert.That(books.Of(Photo)!.Reason, Is.EqualTo(nameof(ReasonCode.StepDiedRepeatedly)));
        await books.AssertNothingLostAsync([Photo]);
        await books.AssertSoundAsync();
    }

    [TestCase(false)]
    [TestCase(true)]
    [Property("Requirement", "C1")]
    public async Task Step_NeverRuns_ReleasesNothingAndTheWatchWrites(bool isPutOffAgainAndAgain)
    {
        school.Settings["Journey:StandstillAfter"] = "00:00:01";
        await using var services = school.Services(s => s.AddHostedService<WatchLoop>());
        var info = (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single();
        await services.GetRequiredService<Noticer>().LookAsync(info, default);
        await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        var look = await services.GetRequiredService<Noticer>().LookAsync(info, default);
        if (isPutOffAgainAndAgain)
        {
            var ledger = services.GetRequiredService<IItemLedger>();
            var lease = await ledger.TryLeaseAsync(school.Id, look.New.Single(), "test", TimeSpan.FromMinutes(1), 0, default);
            await ledger.ReturnAsync(lease!, Instant.Now(TimeProvider.System) + TimeSpan.FromHours(1), ReasonCode.StorageFull, default);
        }

        var watch = services.GetServices<IHostedService>().OfType<WatchLoop>().Single();
        await watch.StartAsync(default);
        var mail = Path.Combine(school.Data, "mail");
        await Eventually.HoldsAsync(() => Directory.Exists(mail) && Directory.EnumerateFiles(mail, "*.eml").Any(f => new FileInfo(f).Length > 0), () => "no mail", TimeSpan.FromSeconds(10));
        await watch.StopAsync(default);
        Assert.That(await File.ReadAllTextAsync(Directory.EnumerateFiles(mail, "*.eml").Single()), Does.Contain("1 photos stand still").And.Contain("doctor"));
        Assert.That(books.Items().Single().Status, Is.EqualTo(MediaStatus.Noticed));
        Assert.That(books.Out(), Is.Empty);
        await AssertPeopleSeeItHeldAsync(services, isPutOffAgainAndAgain ? ReasonCode.StorageFull : ReasonCode.StandingStill);
    }

    /// <summary>In the office's list and in the teacher's day, with a sentence for each.</summary>
    private async Task AssertPeopleSeeItHeldAsync(ServiceProvider services, ReasonCode reason)
    {
        var views = services.GetRequiredService<IPhotoViews>();
        var office = (await views.HeldAsync(school.Id, default)).Single();
        var teacher = (await views.DayAsync(school.Id, office.Group, office.ArrivedOn, Reader.Teacher, default)).Single();
        Assert.That(await views.HeldIdsAsync(school.Id, default), Is.EqualTo(new[] { office.Id }));
        Assert.That((await views.DetailAsync(school.Id, office.Id, Reader.Office, default))!.Photo.IsStandingStill, Is.True);
        foreach (var photo in new[] { office, teacher })
        {
            Assert.That(photo.IsStandingStill, Is.True);
            Assert.That(photo.Trouble!.Code, Is.EqualTo(reason));
            Assert.That(photo.On(ChannelId.Seesaw)!.Verdict, Is.EqualTo(Verdict.Held));
            Assert.That(photo.On(ChannelId.Seesaw)!.Reasons.Select(r => r.Code), Is.EqualTo(new[] { reason }));
        }

        Assert.That(office.Trouble!.Sentence, Is.Not.EqualTo(teacher.Trouble!.Sentence).And.Not.Empty);
    }

    private sealed class ThrowingFinder : IFaceFinder
    {
        public FaceSighting Find(PixelImage picture, CancellationToken cancellationToken) => throw new InvalidOperationException("a detector's own words");
    }

    /// <summary>Throws at every picture of one length.</summary>
    private sealed class ThrowingCleaner(IPictureCleaner inner, long length, List<int> thrown) : IPictureCleaner
    {
        public CleanedPicture Clean(Stream original, MediaFormat format, CancellationToken cancellationToken)
        {
            if (original.Length != length)
            {
                return inner.Clean(original, format, cancellationToken);
            }

            thrown.Add(thrown.Count);
            throw new InvalidOperationException("a cleaner's own words");
        }
    }
}
