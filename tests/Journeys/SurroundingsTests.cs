using System.Diagnostics;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;

namespace MediaGuard.Journeys.Tests;

/// <summary>Disk, share, database and store go away for a while: photos wait, nobody is quarantined, nothing is lost, and they go on by themselves.</summary>
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
        using var disk = new TempFolder();
        if (Run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.FullName) != 0)
        {
            Assert.Ignore("A small disk can't be mounted here (needs root on Linux).");
        }

        try
        {
            await AssertWaitsAsync(disk);
        }
        finally
        {
            Run("umount", "-l", disk.FullName);
        }
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

    private List<string> Formats() => books.Rows("SELECT Format FROM Media", r => r.GetString(0));

    private async Task AssertWaitsAsync(TempFolder disk)
    {
        school.Settings["Vault:StoreFolder"] = Path.Combine(disk.FullName, "store");
        school.Settings["Vault:KeyringFolder"] = Path.Combine(disk.FullName, "keyring");
        var filler = disk.At("filler");
        await using (var file = File.Create(filler))
        {
            try
            {
                var block = new byte[4096];
                while (true)
                {
                    await file.WriteAsync(block);
                    await file.FlushAsync();
                }
            }
            catch (IOException)
            {
                // full
            }
        }

        await using var serve = school.Serve();
        Drop(0, All.Length);
        await Eventually.HoldsAsync(() => books.Items().Any(i => i.Waiting == nameof(ReasonCode.StorageFull)), () => $"{string.Join('\n', books.Items())}\n{serve.Output}");
        Assert.That(books.Items().Select(i => i.Status), Is.All.EqualTo(MediaStatus.Noticed));
        Assert.That(books.InShare().Count(), Is.EqualTo(All.Length));
        File.Delete(filler);
        await AssertComesThroughAsync(serve);
    }

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

    private static int Run(string tool, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return -1;
        }
    }
}
