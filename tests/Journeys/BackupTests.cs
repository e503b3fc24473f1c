using System.Text.Json;
using MediaGuard.Ingest.Vault;
using MediaGuard.Journey;
using MediaGuard.Journey.Backups;
using MediaGuard.Journey.Inspection;
using MediaGuard.Journey.Review;
using MediaGuard.Journeys.Tests.Support;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Register;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace MediaGuard.Journeys.Tests;

/// <summary>The real program backs up while it serves, everything is lost, and it comes back from the two places; what was deleted does not.</summary>
[Parallelizable(ParallelScope.Self)]
public sealed class BackupTests
{
    private static readonly byte[][] Photo = [.. Enumerable.Range(140, 3).Select(Photos.Draw)];

    private TempFolder places = null!;
    private School school = null!;
    private Books books = null!;

    private string Store => places.At("off-site");
    private string Keys => places.At("elsewhere");

    /// <summary>Three photos went the whole way.</summary>
    [SetUp]
    public async Task SetUpAsync()
    {
        places = new TempFolder();
        school = await School.MakeAsync();
        books = new Books(school);
        await using var services = school.Services();
        await school.ClearBeforehandAsync(services, Photo);
        for (var i = 0; i < Photo.Length; i++)
        {
            school.Drop($"{i}.jpg", Photo[i]);
        }

        await DrainAsync(services);
        Assert.That(books.Out(), Has.Count.EqualTo(Photo.Length));
    }

    [TearDown]
    public void TearDown()
    {
        school?.Dispose();
        places?.Dispose();
    }

    [Test]
    [Property("Requirement", "G7")]
    public async Task Restore_AfterTheDataFolderIsLost_BringsThePicturesBack_ButNotTheDeletedOne()
    {
        var gone = books.Of(Photo[0])!.Media;
        await using (var serve = school.Serve())
        {
            await BackUpAsync("--to", Store, "--keys-to", Keys); // while it serves
        }

        await using (var services = school.Services())
        {
            Assert.That(await services.GetRequiredService<IHumanActs>().DeleteAsync(school.Id, school.Teacher, gone, default), Is.True);
            await DrainAsync(services);
        }

        await BackUpAsync("--keys-to", Keys); // the last copy of the keyring has no key of it
        var pictures = await PicturesAsync();
        Assert.That(pictures, Has.Count.EqualTo(2));
        Lose();

        var (code, output) = await RunAsync("restore", "--from", Store, "--keys-from", Keys);
        Assert.That(code, Is.Zero, output);
        Assert.That(output, Does.Contain("older than the world").And.Contain("1 picture was deleted, and is deleted again").And.Not.Contain("no key in the keyring"));
        Assert.That(await PicturesAsync(), Is.EqualTo(pictures), "the same pictures, to the byte, and no third");

        // the backup of the books is older than the deletion and named the picture still
        Assert.That(books.Items().Single(i => i.Media == gone), Has.Property("Status").EqualTo(MediaStatus.Gone).And.Property("Rendition").Null);
        await using var restored = school.Services();
        Assert.That(await restored.GetRequiredService<IVault>().HasKeyAsync(VaultObject.Original(school.Id, gone), default), Is.False);
        await DrainAsync(restored);
        Assert.That(books.Out(), Is.Empty, "nothing goes out again before the register is confirmed");
        Assert.That(books.Items().Where(i => i.Media != gone).Select(i => books.ReasonsOf(i.Media)), Is.All.Contain(nameof(ReasonCode.BooksRestored)));

        await restored.GetRequiredService<IRegisterBook>().ConfirmAsync(school.Id, school.Teacher, default);
        await DrainAsync(restored);
        Assert.That(books.Items().Where(i => i.Media != gone).Select(i => books.VerdictOf(i.Media)), Is.All.EqualTo("Cleared"));
        school.Drop("again.jpg", Photo[0]);
        await DrainAsync(restored);
        Assert.That(books.Rows("SELECT Reason FROM Media WHERE Reason = 'DeletedBefore'", r => r.GetString(0)), Has.Count.EqualTo(1), "its tombstone is there again too");
    }

    /// <summary>Another worker may be at work on the database: no school is left open while the others are looked through.</summary>
    [Test]
    public async Task Restore_SeveralSchools_HoldsAllBeforeItLooksForKeys_AndGoesOnWhereItWasBrokenOff()
    {
        await using (var services = school.Services())
        {
            await services.GetRequiredService<ISchoolBooks>().MakeAsync("Another", "Europe/London", "", StandardPolicy.Document, default);
        }

        await BackUpAsync("--to", Store, "--keys-to", Keys);
        Lose();
        Directory.CreateDirectory(school.Data);
        var asked = 0;
        await File.WriteAllTextAsync(Path.Combine(school.Data, RestorePlan.Unfinished), "");
        await using (var inner = school.Services())
        {
            await using var services = school.Services(s => s.AddSingleton<IVault>(new BrokenVault(inner.GetRequiredService<IVault>(), () =>
            {
                asked++;
                Assert.That(books.Rows("SELECT RestoredTo FROM Heads", r => r.IsDBNull(0)), Is.EqualTo(new[] { false, false }));
            })));
            using var plan = await RestorePlan.OpenAsync(Store, Keys, null, false, TimeProvider.System, default);
            await Assert.ThrowsAsync<IOException>(() => services.GetRequiredService<IRestoreDesk>().RunAsync(plan, default));
            Assert.That(asked, Is.EqualTo(1));
        }

        SqliteConnection.ClearAllPools();
        var refused = await RunAsync("process");
        Assert.That(refused.ExitCode, Is.EqualTo(3), refused.Output);
        var (code, output) = await RunAsync("restore", "--from", Store, "--keys-from", Keys);
        Assert.That(code, Is.Zero, output);
        Assert.That(await PicturesAsync(), Has.Count.EqualTo(Photo.Length));
        Assert.That(books.Rows("SELECT RestoredTo FROM Heads", r => r.IsDBNull(0)), Is.EqualTo(new[] { false, false }));
    }

    [Test]
    public async Task Backup_Again_CopiesWhatIsNewOnly()
    {
        await BackUpAsync("--to", Store, "--keys-to", Keys);
        var (_, output) = await RunAsync("backup", "--to", Store, "--json");
        var line = JsonDocument.Parse(output.Split('\n').First(l => l.StartsWith('{'))).RootElement;
        var store = Directory.GetFiles(Path.Combine(school.Data, "store"), "*", SearchOption.AllDirectories).Sum(f => new FileInfo(f).Length);
        Assert.That(store, Is.Positive);
        Assert.That(line.GetProperty("bytes").GetInt64() - line.GetProperty("added").GetInt64(), Is.EqualTo(store), "all but the database was there");
    }

    [TestCase("object")]
    [TestCase("manifest")]
    public async Task Restore_TornBackup_IsRefusedAndNothingIsWritten(string what)
    {
        await BackUpAsync("--to", Store, "--keys-to", Keys);
        var torn = what == "manifest"
            ? Directory.GetFiles(Store, "*.manifest.json").Single()
            : Directory.GetFiles(Path.Combine(Store, "objects"), "*", SearchOption.AllDirectories).MaxBy(f => new FileInfo(f).Length)!;
        await using (var file = new FileStream(torn, FileMode.Open))
        {
            file.SetLength(file.Length / 2);
        }

        Lose();
        var (code, output) = await RunAsync("restore", "--from", Store, "--keys-from", Keys);
        Assert.That((code, output), Is.EqualTo((1, output)));
        Assert.That(output, Does.Contain("damaged"));
        Assert.That(Directory.Exists(school.Data), Is.False);
        var verify = await RunAsync("backup", "verify", "--from", Store);
        Assert.That(verify.ExitCode, Is.EqualTo(1));
        Assert.That(verify.Output, Does.Contain("DAMAGED"));
    }

    [Test]
    public async Task Restore_IntoAFolderInUse_IsRefused()
    {
        await BackUpAsync("--to", Store, "--keys-to", Keys);
        var (code, output) = await RunAsync("restore", "--from", Store, "--keys-from", Keys);
        Assert.That(code, Is.EqualTo(2));
        Assert.That(output, Does.Contain("the data folder is not empty"));
    }

    [Test]
    public async Task Serve_ARestoreWasBrokenOff_DoesNotStart()
    {
        Lose();
        Directory.CreateDirectory(school.Data);
        await File.WriteAllTextAsync(Path.Combine(school.Data, "restore.unfinished"), "");
        var (code, output) = await RunAsync("serve", "--urls", $"http://127.0.0.1:{FreePort.Next()}");
        Assert.That(code, Is.EqualTo(3));
        Assert.That(output, Does.Contain("a restore into this data folder was broken off"));
    }

    [Test]
    public async Task Backup_BothInOnePlace_IsRefused()
    {
        foreach (var (to, keys) in new[] { (Store, Store), (Store, Path.Combine(Store, "keys")), (Path.Combine(Keys, "books"), Keys), (Path.Combine(school.Data, "backup"), Keys) })
        {
            var (code, output) = await RunAsync("backup", "--to", to, "--keys-to", keys);
            Assert.That(code, Is.EqualTo(2), output);
        }

        await BackUpAsync("--to", Store, "--keys-to", Keys);
        foreach (var arguments in new[] { ["--to", Keys], ["--keys-to", Path.Combine(Store, "later")], new[] { "--to", Path.Combine(Keys, "later") } })
        {
            var (code, output) = await RunAsync(["backup", .. arguments]);
            Assert.That(code, Is.EqualTo(2), output);
        }
    }

    [Test]
    public async Task Backup_DiskFullOrNotWritable_SaysSoAndEarlierOnesStayWhole()
    {
        await BackUpAsync("--to", Store);
        using (var disk = SmallDisk.Over(Store, megabytes: 2))
        {
            await disk.FillAsync();
            var (code, output) = await RunAsync("backup", "--to", Store);
            Assert.That(code, Is.EqualTo(1), output);
            Assert.That(output, Does.Contain("the disk is full"));
            disk.MakeRoom();
            var verify = await RunAsync("backup", "verify", "--from", Store);
            Assert.That(verify.ExitCode, Is.Zero, verify.Output);
            Assert.That(Directory.GetFiles(Store, "*.manifest.json"), Has.Length.EqualTo(1), "half a backup is none");
        }

        var unwritable = await RunAsync("backup", "--to", "/proc/nowhere");
        Assert.That(unwritable.ExitCode, Is.EqualTo(3));
        Assert.That(unwritable.Output, Does.Contain("can't be reached, read or written"));
    }

    [Test]
    public async Task Verify_Expired_NamesThemAndRemovesThemWhenAsked()
    {
        await BackUpAsync("--keys-to", Keys);
        await using (var later = school.Services(s => s.AddSingleton<TimeProvider>(new Later(TimeSpan.FromDays(40)))))
        {
            var desk = later.GetRequiredService<MediaGuard.Journey.Backups.IBackupDesk>();
            await desk.MakeAsync(null, Keys, null, default);
            var named = await desk.VerifyAsync(Keys, expire: false, default);
            Assert.That(named.Select(f => (f.IsWhole, f.IsExpired, f.IsRemoved)), Is.EqualTo(new[] { (true, true, false), (true, false, false) }));
            Assert.That((await desk.VerifyAsync(Keys, expire: true, default)).Select(f => f.IsRemoved), Is.EqualTo(new[] { true, false }));
            Assert.That(await desk.VerifyAsync(Keys, expire: true, default), Has.Count.EqualTo(1), "the newest stays");
        }
    }

    [Test]
    [Property("Requirement", "G7")]
    public async Task Books_PutBackByHand_HoldEverythingAndDestroyNothing()
    {
        byte[][] later = [.. Enumerable.Range(143, 2).Select(Photos.Draw)];
        var copy = places.At("copy.db");
        await CopyDatabaseAsync(copy);
        await using (var services = school.Services())
        {
            await school.ClearBeforehandAsync(services, later[0]);
            school.Drop("later-0.jpg", later[0]);
            school.Drop("later-1.jpg", later[1]);
            await DrainAsync(services);
        }

        var objects = await ObjectsAsync();
        Assert.That((books.InShare().Count(), books.Out().Count), Is.EqualTo((0, Photo.Length + 1)), "one of them is held");
        SqliteConnection.ClearAllPools();
        foreach (var file in Directory.GetFiles(school.Data, "mediaguard.db*"))
        {
            File.Delete(file);
        }

        File.Copy(copy, Path.Combine(school.Data, "mediaguard.db"));
        await using var back = school.Services();
        var fresh = Photos.Draw(145);
        await school.ClearBeforehandAsync(back, fresh);
        school.Drop("fresh.jpg", fresh);
        await DrainAsync(back);
        Assert.That(await ObjectsAsync(), Is.SupersetOf(objects), "nothing of the vault is destroyed");
        Assert.That(books.ReasonsOf(books.Of(fresh)!.Media), Does.Contain(nameof(ReasonCode.BooksRestored)), "and nothing goes out");

        await back.GetRequiredService<IRegisterBook>().ConfirmAsync(school.Id, school.Teacher, default);
        await DrainAsync(back);
        Assert.That(books.VerdictOf(books.Of(fresh)!.Media), Is.EqualTo("Cleared"), "the register was confirmed, and is not doubted again");
        Assert.That(await ObjectsAsync(), Is.SupersetOf(objects), "no record names the later ones, and they are kept");
        var finding = (await back.GetRequiredService<IDoctor>().ExamineAsync(default)).Single(f => f.What == "pictures without a row");
        Assert.That(finding.Health, Is.EqualTo(Health.Wrong));
        Assert.That(finding.Says, Does.StartWith("2 "));
    }

    private async Task CopyDatabaseAsync(string file)
    {
        await using var source = new SqliteConnection($"Data Source={Path.Combine(school.Data, "mediaguard.db")};Pooling=False");
        await source.OpenAsync();
        await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
        await copy.OpenAsync();
        source.BackupDatabase(copy);
    }

    private async Task<List<VaultObject>> ObjectsAsync()
    {
        await using var services = school.Services();
        var objects = new List<VaultObject>();
        await foreach (var name in services.GetRequiredService<IVault>().ListAsync(default))
        {
            objects.Add(name);
        }

        return objects;
    }

    private async Task BackUpAsync(params string[] arguments)
    {
        var (code, output) = await RunAsync(["backup", .. arguments]);
        Assert.That(code, Is.Zero, output);
    }

    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => Mediaguard.RunAsync(school.Data, school.Settings, arguments);

    private void Lose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(school.Data, recursive: true);
    }

    /// <summary>Every picture a page would show, as the page is given it.</summary>
    private async Task<Dictionary<MediaId, string>> PicturesAsync()
    {
        await using var services = school.Services();
        var vault = services.GetRequiredService<IVault>();
        var pictures = new Dictionary<MediaId, string>();
        foreach (var item in books.Items().Where(i => i.Rendition is not null))
        {
            var name = VaultObject.Rendition(school.Id, new RenditionId(item.Rendition!.Value));
            if (await vault.HasKeyAsync(name, default))
            {
                await using var picture = await vault.OpenAsync(name, default);
                pictures[item.Media] = Convert.ToHexString(await System.Security.Cryptography.SHA256.HashDataAsync(picture));
            }
        }

        return pictures;
    }

    private static async Task DrainAsync(ServiceProvider services) => await services.GetRequiredService<IDrain>().RunAsync(null, default);

    /// <summary>Fails when it is asked for a key.</summary>
    private sealed class BrokenVault(IVault vault, Action asked) : IVault
    {
        public Task<VaultReceipt> WriteAsync(VaultObject name, Stream plain, CancellationToken cancellationToken) => vault.WriteAsync(name, plain, cancellationToken);

        public Task<bool> VerifyAsync(VaultObject name, VaultReceipt receipt, CancellationToken cancellationToken) => vault.VerifyAsync(name, receipt, cancellationToken);

        public Task<Stream> OpenAsync(VaultObject name, CancellationToken cancellationToken) => vault.OpenAsync(name, cancellationToken);

        public Task DestroyAsync(VaultObject name, CancellationToken cancellationToken) => vault.DestroyAsync(name, cancellationToken);

        public Task<bool> HasKeyAsync(VaultObject name, CancellationToken cancellationToken)
        {
            asked();
            throw new IOException();
        }

        public IAsyncEnumerable<VaultObject> ListAsync(CancellationToken cancellationToken) => vault.ListAsync(cancellationToken);
    }
}
