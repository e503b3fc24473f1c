using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests;

/// <summary>Disk, share, database and store go away for a while: photos wait, nobody is quarantined, nothing is lost, and they go on by themselves.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class SurroundingsTests
{
    private static readonly byte[][] All = [.. Enumerable.Range(60, 4).Select(Photos.Draw)];

    private School school = null!;
    private Books books = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        school = await School.MakeAsync();
        books = new Books(school);
    }

    [TearDown]
    public void TearDown() => school?.Dispose();

    [Test]
    public async Task Disk_FullForAWhile_PhotosWaitAndGoOn()
    {
        using var place = new TempFolder();
        var folder = place.At("disk");
        using var disk = SmallDisk.Over(folder, megabytes: 2);
        school.Settings["Vault:StoreFolder"] = Path.Combine(folder, "store");
        school.Settings["Vault:KeyringFolder"] = Path.Combine(folder, "keyring");
        await disk.FillAsync();
        await using var serve = school.Serve();
        Drop(0, All.Length);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Waiting == nameof(ReasonCode.StorageFull)), () => $"{string.Join('\n', books.Items())}\n{serve.Output}");
        Assert.That(books.Items().Select(i => i.Status), Is.All.EqualTo(MediaStatus.Noticed));
        Assert.That(books.InShare().Count(), Is.EqualTo(All.Length));
        disk.MakeRoom();
        await AssertComesThroughAsync(serve);
    }

    /// <summary>Database, keys, store, share and mail lie on one small disk, and it is full.</summary>
    [Test]
    public async Task Disk_OfTheWholeDataFolderFull_LosesNothing()
    {
        using var disk = SmallDisk.Over(school.Data, megabytes: 24);
        for (var i = 0; i < All.Length; i++)
        {
            await File.WriteAllBytesAsync(Path.Combine(school.Class, $".{i}.tmp"), All[i]); // being copied
        }

        await using var serve = school.Serve();
        Place(0);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Status == MediaStatus.Departed), () => serve.Output);
        var before = serve.Output.Length;
        await disk.FillAsync();
        for (var i = 1; i < All.Length; i++)
        {
            Place(i);
        }

        await Eventually.HoldsAsync(() => serve.Output[before..].Contains("failed", StringComparison.Ordinal), () => serve.Output);
        await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System); // several rounds of every loop
        Assert.That(serve.HasExited, Is.False, serve.Output);
        Assert.That(books.InShare().Count(), Is.EqualTo(All.Length - 1), "what is not ours yet stays");
        Assert.That(books.Out(), Is.Empty);
        disk.MakeRoom();
        await AssertComesThroughAsync(serve);

        void Place(int i) => File.Move(Path.Combine(school.Class, $".{i}.tmp"), Path.Combine(school.Class, $"{i}.jpg"));
    }

    [Test]
    public async Task Disk_OfTheReleasedFolderFull_CopiesWaitAndGoOut()
    {
        await using (var services = school.Services())
        {
            await school.ClearBeforehandAsync(services, All);
        }

        using var disk = SmallDisk.Over(school.Released, megabytes: 1);
        await disk.FillAsync();
        await using var serve = school.Serve();
        Drop(0, All.Length);
        await Eventually.HoldsAsync(
            () => books.Items().Count(i => i.Status == MediaStatus.Shredded) == All.Length && serve.Output.Contains("seesaw: delivery", StringComparison.Ordinal),
            () => $"{string.Join('\n', books.Items())}\n{serve.Output}");
        await Task.Delay(TimeSpan.FromSeconds(2.5), TimeProvider.System); // tried again, and again in vain
        Assert.That(books.Out().Where(n => n != SmallDisk.Filler), Is.Empty, "half a copy is none");
        Assert.That(books.Rows("SELECT State FROM Releases", r => r.GetString(0)), Has.Count.EqualTo(All.Length).And.All.EqualTo("Leaving"));
        Assert.That(books.Items().Select(i => i.Status), Has.None.EqualTo(MediaStatus.Quarantined));

        disk.MakeRoom();
        await Eventually.HoldsAsync(
            () => books.Rows("SELECT State FROM Releases WHERE State = 'Released'", r => r.GetString(0)).Count == All.Length, () => serve.Output, TimeSpan.FromSeconds(40));
        await serve.KillAsync();
        Assert.That(books.Out(), Has.Count.EqualTo(All.Length));
        await books.AssertNothingLostAsync(All);
        await books.AssertSoundAsync();
    }

    [Test]
    public async Task Share_AwayForAWhile_NothingIsTakenForGone()
    {
        await using var serve = school.Serve();
        Drop(0, 2);
        await Eventually.HoldsAsync(() => books.Items().Count > 0, () => serve.Output);
        var away = school.Share + "-away";
        Directory.Move(school.Share, away);
        await Task.Delay(TimeSpan.FromMilliseconds(2000), TimeProvider.System);
        Directory.Move(away, school.Share);
        Drop(2, 2);
        await AssertComesThroughAsync(serve);
    }

    [Test]
    public async Task Database_LockedForAWhile_NothingIsQuarantined()
    {
        school.Settings["Database:BusySeconds"] = "1";
        await using var serve = school.Serve();
        Drop(0, 2);
        await Eventually.HoldsAsync(() => books.Items().Count > 0, () => serve.Output);
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False;Default Timeout=20"))
        {
            await other.OpenAsync();
            await using var command = other.CreateCommand();
            command.CommandText = "BEGIN IMMEDIATE";
            await command.ExecuteNonQueryAsync();
            Drop(2, 2);
            await Task.Delay(TimeSpan.FromMilliseconds(6000), TimeProvider.System); // several times the patience, and longer than a lease
            command.CommandText = "COMMIT";
            await command.ExecuteNonQueryAsync();
        }

        await AssertComesThroughAsync(serve);
    }

    [Test]
    public async Task Store_AwayForAWhile_NothingIsTakenForBroken()
    {
        await using var serve = school.Serve();
        Drop(0, 1);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Status == MediaStatus.Departed), () => serve.Output);
        var store = Path.Combine(school.Data, "store");
        Directory.Move(store, store + "-away");
        Drop(1, 3);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Waiting == nameof(ReasonCode.StoreUnavailable)), () => serve.Output);
        Assert.That(Directory.Exists(store), Is.False, "nothing is put in the bare place of a store that is away");
        Directory.Move(store + "-away", store);
        await AssertComesThroughAsync(serve);
    }

    [Test]
    public async Task Scanner_Dead_PhotosWaitUnreadAndGoOnOnceItAnswers()
    {
        var port = FreePort.Next();
        school.Settings["Scanner:ClamAv"] = $"127.0.0.1:{port}";
        await using var serve = school.Serve();
        Drop(0, All.Length);
        await Eventually.HoldsAsync(() => books.Items().Count(i => i.Waiting == nameof(ReasonCode.ScannerUnavailable)) == All.Length, () => $"{string.Join('\n', books.Items())}\n{serve.Output}");
        Assert.That(books.Items().Select(i => i.Status), Is.All.EqualTo(MediaStatus.Vaulted));
        Assert.That(Formats(), Is.All.EqualTo(nameof(MediaFormat.Unknown)), "nothing read them");
        await using var daemon = StandInDaemon.Start(port: port);
        await AssertComesThroughAsync(serve);
        Assert.That(daemon.Files, Is.GreaterThanOrEqualTo(All.Length), "each was scanned");
        Assert.That(Formats(), Is.All.EqualTo(nameof(MediaFormat.Jpeg)));
    }

    /// <remarks>A whole picture with the test signature in a comment: without a scanner it would be cleaned and shown.</remarks>
    [Test]
    public async Task Scanner_FindsMalware_QuarantinesItUnreadAndTheOthersGoOn()
    {
        await using var daemon = StandInDaemon.Start();
        school.Settings["Scanner:ClamAv"] = daemon.Address;
        var eicar = StandInDaemon.Eicar;
        byte[] infected = [.. All[0].AsSpan(0, 2), 0xFF, 0xFE, 0x00, (byte)(eicar.Length + 2), .. eicar, .. All[0].AsSpan(2)];
        await using var serve = school.Serve();
        school.Drop("infected.jpg", infected);
        Drop(0, All.Length);
        await Eventually.HoldsAsync(
            () => books.Items().Count(i => i.Status == MediaStatus.Departed) == All.Length && books.Of(infected)?.Status == MediaStatus.Quarantined,
            () => $"{string.Join('\n', books.Items())}\n{serve.Output}");
        var item = books.Of(infected)!;
        Assert.That((item.Reason, item.Rendition), Is.EqualTo((nameof(ReasonCode.MalwareFound), (Guid?)null)));
        Assert.That(Formats().Count(f => f == nameof(MediaFormat.Unknown)), Is.EqualTo(1), "nothing read it");
        Assert.That(books.Rows("SELECT COUNT(*) FROM Renditions", r => r.GetInt32(0)).Single(), Is.EqualTo(All.Length));
    }

    /// <summary>A worker whose lease ran out unnoticed comes back when another has taken the photo all the way, and finds the device's copy gone.</summary>
    [Test]
    public async Task Lease_RanOutWhileAPhotoArrived_TheOtherWorkersOriginalStays()
    {
        school.Settings["Journey:LeaseFor"] = "00:01:00";
        school.Drop("0.jpg", All[0]);
        await using var other = school.Services(s => s.AddSingleton<TimeProvider>(new Later(TimeSpan.FromMinutes(2))));
        await using var late = school.Services(s => s.AddSingleton<ISourceOpener>(
            new Interrupted(other.GetRequiredService<ISourceOpener>(), () => other.GetRequiredService<IDrain>().RunAsync(null, default))));
        await late.GetRequiredService<IDrain>().RunAsync(null, default);
        var item = books.Of(All[0])!;
        Assert.That((item.Status, books.InShare().Count()), Is.EqualTo((MediaStatus.Departed, 0)), "the other worker came to the end");
        var original = VaultObject.Original(school.Id, item.Media);
        Assert.That(await late.GetRequiredService<IVault>().VerifyAsync(original, new VaultReceipt(School.Sha(All[0]), All[0].Length), default), Is.True);
        await books.AssertNothingLostAsync([All[0]]);
        await books.AssertSoundAsync();
    }

    private List<string> Formats() => books.Rows("SELECT Format FROM Media", r => r.GetString(0));

    private void Drop(int from, int count)
    {
        for (var i = from; i < from + count; i++)
        {
            school.Drop($"{i}.jpg", All[i]);
        }
    }

    private async Task AssertComesThroughAsync(Mediaguard serve)
    {
        await Eventually.HoldsAsync(
            () => books.Items() is var items && items.Count(i => i.Status == MediaStatus.Departed) == All.Length && !books.InShare().Any(),
            () => $"{string.Join('\n', books.Items())}\n{serve.Output}",
            TimeSpan.FromSeconds(40));
        Assert.That(books.Items().Select(i => i.Status), Has.None.EqualTo(MediaStatus.Quarantined));
        await serve.KillAsync();
        await books.AssertNothingLostAsync(All);
        if (Directory.Exists(Path.Combine(school.Data, "keyring", "objects")))
        {
            await books.AssertSoundAsync();
        }
    }

    /// <summary>Something happens, once, before it looks whether the file is still there.</summary>
    private sealed class Interrupted(ISourceOpener source, Func<Task> happens) : ISourceOpener
    {
        private bool happened;

        public Task<Stream> OpenAsync(string root, ShareFile file, CancellationToken cancellationToken) => source.OpenAsync(root, file, cancellationToken);

        public bool IsStill(string root, ShareFile file)
        {
            if (!happened)
            {
                happened = true;
                happens().GetAwaiter().GetResult();
            }

            return source.IsStill(root, file);
        }
    }
}
