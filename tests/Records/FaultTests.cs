using System.Diagnostics;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using MediaGuard.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class FaultTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task IsPassing_DatabaseLocked_IsTrueForReadersOfTheLockAndWriters()
    {
        var photo = await World.NewAsync();
        await using var impatient = Rig.Beside(busySeconds: 1);
        await using (await Rig.Heads.BeginAsync(World.School, None))
        {
            var fault = await FaultAsync(() => impatient.Heads.BeginAsync(World.School, None));
            Assert.That((DatabaseFaults.IsPassing(fault), DatabaseFaults.IsUniqueViolation(fault)), Is.EqualTo((true, false)), fault.ToString());
            if (Rig.IsSqlite)
            {
                Assert.That(DatabaseFaults.IsPassing(await FaultAsync(() => impatient.Items.TryLeaseAsync(World.School, photo, "one", SchoolWorld.Minute, 0, None))), Is.True);
            }
        }

        await using var after = await impatient.Heads.BeginAsync(World.School, None);
        Assert.That((await World.RowAsync(photo)).Attempt, Is.Zero);
    }

    [Test]
    public async Task IsPassing_ConnectionKilled_IsTrue()
    {
        if (Rig.IsSqlite)
        {
            Assert.Ignore("SQLite has no server.");
        }

        await using var head = await Rig.Heads.BeginAsync(World.School, None);
        await using (var other = World.Open())
        {
            await other.Database.ExecuteSqlRawAsync("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()", None);
        }

        head.Audit("wrote", "", "", null);
        var fault = await FaultAsync(() => head.CommitAsync(None));
        Assert.That(DatabaseFaults.IsPassing(fault), Is.True, fault.ToString());
    }

    [Test]
    public async Task IsPassing_ServerOutOfReach_IsTrue()
    {
        var options = Rig.IsSqlite
            ? new RecordsOptions { Provider = "sqlite", ConnectionString = "Data Source=/nowhere/at/all.db", DataFolder = Rig.Options.DataFolder }
            : new RecordsOptions { Provider = "postgres", ConnectionString = $"Host=127.0.0.1;Port={FreePort.Next()};Username=postgres;Database=none", DataFolder = Rig.Options.DataFolder };
        await using var db = Storage.RecordsFactory.MakerFor(options)();
        Assert.That(DatabaseFaults.IsPassing(await FaultAsync(() => db.Schools.IgnoreQueryFilters().ToListAsync(None))), Is.True);
    }

    [Test]
    public async Task IsPassing_DiskFull_IsTrueAndWhatWasCommittedStays()
    {
        if (!Rig.IsSqlite || !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
        {
            Assert.Ignore("Needs SQLite, Linux and root.");
        }

        using var folder = new TempFolder();
        if (await RunAsync("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.FullName) != 0)
        {
            Assert.Ignore("A small disk could not be mounted here.");
        }

        try
        {
            await using var rig = await Rig.MakeAsync(Provider, folder.FullName);
            var world = await SchoolWorld.MakeAsync(rig);
            var before = await rig.Audit.VerifyAsync(world.School, None);
            var written = 0;
            var fault = await FaultAsync(async () =>
            {
                for (; written < 1000; written++)
                {
                    await world.InHeadAsync(head =>
                    {
                        head.Audit("wrote", new string('x', 50_000), "", null);
                        return Task.CompletedTask;
                    });
                }
            });
            Assert.That(DatabaseFaults.IsPassing(fault), Is.True, fault.ToString());
            Assert.That(await rig.Audit.VerifyAsync(world.School, None), Is.EqualTo(before with { Entries = before.Entries + written }));
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await RunAsync("umount", folder.FullName);
        }
    }

    [Test]
    public async Task IsUniqueViolation_KeyIsThere_IsTrueAndNotPassing()
    {
        await using var db = World.Open();
        db.Settings.Add(new SettingRow { SchoolId = World.School, Name = "a" });
        await db.SaveChangesAsync(None);
        db.ChangeTracker.Clear();
        db.Settings.Add(new SettingRow { SchoolId = World.School, Name = "a" });
        await IsViolationAsync(db);
        db.Groups.Add(new GroupRow { SchoolId = World.School, Id = GroupId.New(), NormalisedFolder = "willow class" });
        await IsViolationAsync(db);

        static async Task IsViolationAsync(RecordsContext db)
        {
            var fault = await FaultAsync(() => db.SaveChangesAsync(None));
            Assert.That((DatabaseFaults.IsUniqueViolation(fault), DatabaseFaults.IsPassing(fault)), Is.EqualTo((true, false)));
            db.ChangeTracker.Clear();
        }
    }

    [Test]
    public void IsPassing_ABug_IsFalse()
    {
        Assert.That(DatabaseFaults.IsPassing(new InvalidOperationException("no")), Is.False);
        Assert.That(DatabaseFaults.IsPassing(new DbUpdateConcurrencyException("no")), Is.False);
        Assert.That(DatabaseFaults.IsUniqueViolation(new InvalidOperationException("no")), Is.False);
    }

    private static async Task<Exception> FaultAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
#pragma warning disable CA1031 // whatever comes is what is asked about
        catch (Exception e)
#pragma warning restore CA1031
        {
            return e;
        }

        throw new AssertionException("Nothing was thrown.");
    }

    private static async Task<int> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync(None);
        return process.ExitCode;
    }
}
