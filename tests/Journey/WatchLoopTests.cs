using System.Globalization;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using MediaGuard.Journey.Loops;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>What keeps photos from coming or going is told once, and waits no shorter than somebody needs to mend it.</summary>
public sealed class WatchLoopTests
{
    private TempFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new TempFolder();

    [TearDown]
    public void TearDown()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Test]
    public async Task Share_AwayOrHoldingWhatCantBeTaken_IsToldOnceAndOnceMoreAtTheEnd()
    {
        var scan = new ShareScan(false, [], 0, 0);
        await using var services = Services(s => s.AddSingleton(Substitute.Of<IShareScanner>((nameof(IShareScanner.ScanAsync), _ => Task.FromResult(scan)))));
        var school = await SchoolAsync(services);
        var noticer = services.GetRequiredService<Noticer>();
        using var loop = ActivatorUtilities.CreateInstance<WatchLoop>(services);
        await noticer.LookAsync(school, default);
        await loop.StartAsync(default);
        try
        {
            await ToldAsync("MediaGuard: the share can't be reached");
            await noticer.LookAsync(school, default);
            await Task.Delay(TimeSpan.FromSeconds(1.5), TimeProvider.System); // several looks
            Assert.That(Subjects(), Has.Count.EqualTo(1), "once");

            scan = new ShareScan(true, [], 0, 3) { Stuck = 2 };
            await noticer.LookAsync(school, default);
            await ToldAsync("MediaGuard: the share can be reached again", "MediaGuard: 2 files or folders in the share can't be taken in");

            scan = new ShareScan(true, [], 0, 0);
            await noticer.LookAsync(school, default);
            await ToldAsync("MediaGuard: everything in the share can be taken in again");
            Assert.That(Subjects(), Has.Count.EqualTo(4));
        }
        finally
        {
            await loop.StopAsync(default);
        }
    }

    [Test]
    public async Task DeviceCopy_MayNotBeRemoved_WaitsLongBeforeTheOriginalIsReadAgain()
    {
        await using var services = Services(s => s.AddSingleton(Substitute.Of<IDeviceCopyRemover>((nameof(IDeviceCopyRemover.RemoveAsync), _ => Task.FromResult(DepartureOutcome.NotPermitted)))));
        var school = await SchoolAsync(services);
        Directory.CreateDirectory(folder.At("data", "share", "Oak"));
        using (var picture = NetVips.Image.Black(160, 120, bands: 3))
        {
            await File.WriteAllBytesAsync(folder.At("data", "share", "Oak", "one.jpg"), picture.JpegsaveBuffer());
        }

        var media = (await services.GetRequiredService<Noticer>().LookAsync(school, default)).New.Single();
        var again = await services.GetRequiredService<ItemRunner>().AdvanceAsync(school.Id, media, default);
        var item = await services.GetRequiredService<Records.Items.IItemLedger>().LoadAsync(school.Id, media, default);
        Assert.That((item!.Status, item.Waiting), Is.EqualTo((MediaStatus.Decided, ReasonCode.DeviceCopyNotRemovable)));
        Assert.That(again - Instant.Now(TimeProvider.System), Is.GreaterThan(TimeSpan.FromMinutes(9)));
    }

    private ServiceProvider Services(Action<IServiceCollection> change)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Journey:StandstillAfter"] = "00:00:01",
            ["Arrivals:StillFor"] = "00:00:00",
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddMediaGuard(settings, folder.At("data"), TestPaths.Root);
        change(services);
        return services.BuildServiceProvider();
    }

    private static async Task<SchoolInfo> SchoolAsync(ServiceProvider services)
    {
        await services.GetRequiredService<DatabaseStart>().PrepareAsync(default);
        await services.GetRequiredService<ISchoolBooks>().MakeAsync("Watched", "Europe/London", "", StandardPolicy.Document, default);
        return (await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default)).Single();
    }

    private async Task ToldAsync(params string[] subjects)
    {
        for (var n = 0; n < 200 && subjects.Except(Subjects()).Any(); n++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        Assert.That(Subjects(), Is.SupersetOf(subjects), string.Create(CultureInfo.InvariantCulture, $"{Subjects().Count} letters"));
    }

    private List<string> Subjects()
    {
        var mail = folder.At("data", "mail");
        return !Directory.Exists(mail) ? [] :
        [
            .. Directory.GetFiles(mail, "*.eml").Select(f =>
            {
                using var message = MimeKit.MimeMessage.Load(f);
                return message.Subject ?? "";
            }),
        ];
    }
}
