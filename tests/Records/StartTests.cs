using System.Runtime.Versioning;
using MediaGuard.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Tests;

public sealed class StartTests(string provider) : RecordsFixture(provider)
{
    [Test]
    public async Task PrepareAsync_EmptyDatabase_HasEveryTableAndNothingPending()
    {
        await using var db = Rig.Factory.Open(default);
        Assert.That(db.Database.HasPendingModelChanges(), Is.False);
        Assert.That(await db.Database.GetPendingMigrationsAsync(None), Is.Empty);
        Assert.That(await Rig.Start.IsReadyAsync(None), Is.True);
    }

    [Test]
    public async Task PrepareAsync_SecondStart_ChangesNothing()
    {
        var photo = await World.NewAsync();
        await using var beside = Rig.Beside();
        await beside.Start.PrepareAsync(None);
        Assert.That((await World.RowAsync(photo)).Id, Is.EqualTo(photo));
        Assert.That(Directory.Exists(Path.Combine(Rig.Options.DataFolder, "backups")), Is.False);
    }

    [Test]
    public async Task PrepareAsync_NoDatabaseYet_IsNotReadyBefore()
    {
        await using var rig = await Rig.EmptyAsync(Provider);
        Assert.That(await rig.Start.IsReadyAsync(None), Is.False);
        await rig.Start.PrepareAsync(None);
        Assert.That(await rig.Start.IsReadyAsync(None), Is.True);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task PrepareAsync_TwoAtOnce_BothComeThrough(CancellationToken cancellationToken)
    {
        await using var rig = await Rig.EmptyAsync(Provider);
        await using var beside = rig.Beside();
        var both = Task.WhenAll(Task.Run(() => rig.Start.PrepareAsync(cancellationToken), cancellationToken), Task.Run(() => beside.Start.PrepareAsync(cancellationToken), cancellationToken));
        while (!both.IsCompleted)
        {
            rig.Clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.WhenAny(both, Task.Delay(10, cancellationToken));
        }

        await both;
        Assert.That(await rig.Start.IsReadyAsync(None), Is.True);
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task PrepareAsync_MigrationsLockLeftByAKilledProcess_DoesNotHang(CancellationToken cancellationToken)
    {
        RequireSqlite();
        await using var rig = await Rig.EmptyAsync(Provider);
        await RunAsync(rig, "CREATE TABLE \"__EFMigrationsLock\" (\"Id\" INTEGER NOT NULL PRIMARY KEY, \"Timestamp\" TEXT NOT NULL); INSERT INTO \"__EFMigrationsLock\" VALUES (1, '2026-01-01')");
        await rig.Start.PrepareAsync(cancellationToken);
        Assert.That(await rig.Start.IsReadyAsync(None), Is.True);
    }

    [Test]
    public async Task PrepareAsync_DataAndAMigrationPending_BacksUpFirst()
    {
        RequireSqlite();
        await using var rig = await Rig.EmptyAsync(Provider);
        await RunAsync(rig, "CREATE TABLE \"Precious\" (\"Text\" TEXT); INSERT INTO \"Precious\" VALUES ('kept')");
        await rig.Start.PrepareAsync(None);
        var backup = Directory.GetFiles(Path.Combine(rig.Options.DataFolder, "backups")).Single();
        await using var copy = new SqliteConnection($"Data Source={backup};Pooling=False;Mode=ReadOnly");
        await copy.OpenAsync(None);
        Assert.That(await ScalarAsync(copy, "SELECT \"Text\" FROM \"Precious\""), Is.EqualTo("kept"));
        Assert.That(await ScalarAsync(copy, "SELECT count(*) FROM sqlite_master WHERE name = 'Media'"), Is.EqualTo(0));
    }

    [Test]
    public async Task PrepareAsync_CopyMadeBeforeAMigration_DoubtsItself()
    {
        RequireSqlite();
        await using var rig = await Rig.MakeAsync(Provider);
        var school = await SchoolWorld.MakeAsync(rig);
        await RunAsync(rig, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\")");
        await Assert.CatchAsync(() => rig.Start.PrepareAsync(None), "its last migration was made already");
        var backup = Directory.GetFiles(Path.Combine(rig.Options.DataFolder, "backups")).Single();
        await using var copy = new SqliteConnection($"Data Source={backup};Pooling=False;Mode=ReadOnly");
        await copy.OpenAsync(None);
        Assert.That(await ScalarAsync(copy, "SELECT \"RestoredTo\" FROM \"Heads\""), Is.EqualTo(school.Now.Microseconds));
        Assert.That((await rig.RegisterViews.AgeAsync(school.School, None)).RestoredTo, Is.Null, "only the copy");
    }

    [Test]
    public async Task PrepareAsync_DatabaseOfALaterVersion_IsRefusedAndLeftAsItIs()
    {
        await using var rig = await Rig.MakeAsync(Provider);
        await using (var db = rig.Factory.Open(default))
        {
            await db.Database.ExecuteSqlRawAsync("INSERT INTO \"__EFMigrationsHistory\" VALUES ('29991231000000_Later', '99.0.0')", None);
        }

        await Assert.ThrowsAsync<NewerDatabaseException>(() => rig.Start.PrepareAsync(None));
        Assert.That(await rig.Start.IsReadyAsync(None), Is.False);
        Assert.That(Directory.Exists(Path.Combine(rig.Options.DataFolder, "backups")), Is.False);
    }

    [Test]
    [SupportedOSPlatform("linux")]
    [Platform("Linux")]
    public async Task PrepareAsync_WhatHoldsNames_IsItsOwnersAlone()
    {
        RequireSqlite();
        const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var place = new TempFolder();
        var data = place.At("data");
        await using var rig = await Rig.EmptyAsync(Provider, data);
        await rig.Start.PrepareAsync(None);
        Assert.That(File.GetUnixFileMode(data) & (UnixFileMode.GroupRead | UnixFileMode.OtherRead | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite), Is.EqualTo(UnixFileMode.None));
        Assert.That(Directory.Exists(Path.Combine(data, "backups")), Is.False, "there was nothing to copy");
        File.SetUnixFileMode(rig.DatabaseFile, Own | UnixFileMode.GroupRead | UnixFileMode.OtherRead); // as earlier versions left it
        await RunAsync(rig, "DELETE FROM \"__EFMigrationsHistory\" WHERE \"MigrationId\" = (SELECT max(\"MigrationId\") FROM \"__EFMigrationsHistory\")");
        await Assert.CatchAsync(() => rig.Start.PrepareAsync(None), "its last migration was made already");
        var files = Directory.GetFiles(data, "mediaguard.db*").Concat(Directory.GetFiles(Path.Combine(data, "backups"))).ToList();
        Assert.That(files, Has.Count.GreaterThan(1));
        Assert.That(files.Select(File.GetUnixFileMode), Is.All.EqualTo(Own));
    }

    [Test]
    public async Task Copies_OldOrOfSomebodyErased_AreRemoved()
    {
        RequireSqlite();
        await using var rig = await Rig.MakeAsync(Provider);
        var school = await SchoolWorld.MakeAsync(rig);
        var now = rig.Clock.GetUtcNow();
        var (old, young) = (Copy(now.AddDays(-31)), Copy(now.AddDays(-29)));
        await rig.Start.PrepareAsync(None);
        Assert.That((File.Exists(old), File.Exists(young)), Is.EqualTo((false, true)));
        var copies = new MigrationCopies(Microsoft.Extensions.Options.Options.Create(rig.Options), rig.Factory, rig.Clock);
        await copies.RemoveErasedAsync(None);
        Assert.That(File.Exists(young), Is.True, "nobody was erased");
        await rig.Register.EraseAsync(school.School, school.Children[0], SchoolWorld.Office, None);
        var later = Copy(now.AddMinutes(1));
        await copies.RemoveErasedAsync(None);
        Assert.That((File.Exists(young), File.Exists(later)), Is.EqualTo((false, true)));

        string Copy(DateTimeOffset at)
        {
            var file = Path.Combine(Directory.CreateDirectory(Path.Combine(rig.Options.DataFolder, "backups")).FullName, $"before-migration-{at:yyyyMMddHHmmss}.db");
            File.WriteAllText(file, "names");
            return file;
        }
    }

    [Test]
    public async Task Open_EveryConnection_IsDurableAndOverwritesWhatIsDeleted()
    {
        RequireSqlite();
        await using var first = World.Open();
        await using var second = World.Open();
        await first.Database.OpenConnectionAsync(None);
        await second.Database.OpenConnectionAsync(None);
        foreach (var db in new[] { first, second })
        {
            var connection = (SqliteConnection)db.Database.GetDbConnection();
            Assert.That(await ScalarAsync(connection, "PRAGMA journal_mode"), Is.EqualTo("wal"));
            Assert.That(await ScalarAsync(connection, "PRAGMA synchronous"), Is.EqualTo(2));
            Assert.That(await ScalarAsync(connection, "PRAGMA secure_delete"), Is.EqualTo(1));
            Assert.That(await ScalarAsync(connection, "PRAGMA foreign_keys"), Is.EqualTo(1));
        }
    }

    [Test]
    public async Task WriteBack_WhatTheLogHolds_IsInTheDatabaseAndNoLongerInTheLog()
    {
        RequireSqlite();
        await using var rig = await Rig.MakeAsync(Provider);
        await rig.Schools.MakeAsync("School", "Europe/London", "", new Policies.PolicyDocument(), None);
        var log = new FileInfo(rig.DatabaseFile + "-wal");
        Assert.That(log.Length, Is.Positive);
        await using (var reading = new SqliteConnection($"Data Source={rig.DatabaseFile};Pooling=False"))
        {
            await reading.OpenAsync(None);
            await using var held = reading.BeginTransaction(deferred: true);
            await ScalarAsync(reading, "SELECT count(*) FROM \"Heads\"");
            await RunAsync(rig, "UPDATE \"Heads\" SET \"RegisterVersion\" = \"RegisterVersion\" + 1");
            await rig.Start.WriteBackAsync(None);
            log.Refresh();
            Assert.That(log.Length, Is.Positive, "somebody reads what it holds");
        }

        await rig.Start.WriteBackAsync(None);
        log.Refresh();
        Assert.That(log.Length, Is.Zero);
    }

    private void RequireSqlite()
    {
        if (!Rig.IsSqlite)
        {
            Assert.Ignore("Only SQLite has this.");
        }
    }

    private static async Task RunAsync(Rig rig, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={rig.DatabaseFile};Pooling=False");
        await connection.OpenAsync(None);
        await ScalarAsync(connection, sql);
    }

    private static async Task<object?> ScalarAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the tests' own text
        command.CommandText = sql;
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(None);
    }
}
