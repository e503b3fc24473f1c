using System.Globalization;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Departures;
using MediaGuard.Journey.Loops;
using MediaGuard.Journey.Tests.Mail;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journey.Tests;

/// <summary>What keeps photos from coming or going is told once, and waits no shorter than somebody needs to mend it.</summary>
public sealed class WatchLoopTests
{
    private DataFolder folder = null!;

    [SetUp]
    public void SetUp() => folder = new DataFolder();

    [TearDown]
    public void TearDown() => folder.Dispose();

    [Test]
    public async Task Share_AwayOrHoldingWhatCantBeTaken_IsToldOnceAndOnceMoreAtTheEnd()
    {
        var scan = new ShareScan(false, [], 0, 0);
        await using var services = Services(s => s.AddSingleton(Substitute.Of<IShareScanner>((nameof(IShareScanner.ScanAsync), _ => Task.FromResult(scan)))));
        var school = await DataFolder.AddSchoolAsync(services, "Watched", StandardPolicy.Document);
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
    public async Task Letter_OfOneSchoolIsRefused_TheNextSchoolHasItsOwnAndTheFirstIsTriedAgain()
    {
        await using var server = new SmtpListener();
        server.Refuses.Add("one@school.example");
        var schools = new List<SchoolInfo>();
        var addresses = Substitute.Of<IMailBook>((
            nameof(IMailBook.AddressesAsync),
            asked => Task.FromResult<IReadOnlyList<string>>([(SchoolId)asked[0]! == schools[0].Id ? "one@school.example" : "two@school.example"])));
        var scan = new ShareScan(true, [], 0, 0) { Stuck = 1 };
        await using var services = Services(
            s => s.AddSingleton(addresses).AddSingleton(Substitute.Of<IShareScanner>((nameof(IShareScanner.ScanAsync), _ => Task.FromResult(scan)))),
            [.. MailerTests.Smtp(server).Select(s => (s.Key, s.Value!))]);
        await DataFolder.AddSchoolAsync(services, "One", StandardPolicy.Document);
        await DataFolder.AddSchoolAsync(services, "Two", StandardPolicy.Document);
        schools.AddRange(await services.GetRequiredService<IRecordsFactory>().SchoolsAsync(default));
        foreach (var school in schools)
        {
            await services.GetRequiredService<Noticer>().LookAsync(school, default);
        }

        using var loop = ActivatorUtilities.CreateInstance<WatchLoop>(services);
        await loop.StartAsync(default);
        try
        {
            await TakenAsync(server, "two@school.example");
            server.Refuses.Clear();
            await TakenAsync(server, "two@school.example", "one@school.example");
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
        var school = await DataFolder.AddSchoolAsync(services, "Watched", StandardPolicy.Document);
        await folder.DropPhotoAsync();
        var media = (await services.GetRequiredService<Noticer>().LookAsync(school, default)).New.Single();
        var again = await services.GetRequiredService<ItemRunner>().AdvanceAsync(school.Id, media, default);
        var item = await services.GetRequiredService<Records.Items.IItemLedger>().LoadAsync(school.Id, media, default);
        Assert.That((item!.Status, item.Waiting), Is.EqualTo((MediaStatus.Decided, ReasonCode.DeviceCopyNotRemovable)));
        Assert.That(again - Instant.Now(TimeProvider.System), Is.GreaterThan(TimeSpan.FromMinutes(9)));
    }

    private ServiceProvider Services(Action<IServiceCollection> change, params (string, string)[] settings) =>
        folder.Services(change, [.. settings, ("Journey:StandstillAfter", "00:00:01")]);

    private static async Task TakenAsync(SmtpListener server, params string[] by)
    {
        for (var n = 0; n < 100 && server.Taken.Count < by.Length; n++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(100), TimeProvider.System);
        }

        Assert.That(server.Taken.Select(m => m.To.Single()), Is.EqualTo(by));
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
