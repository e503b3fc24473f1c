using MediaGuard.Media;
using MediaGuard.Records.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records;

/// <summary>Brings the database to this program's shape before anything else touches it.</summary>
public sealed class DatabaseStart(IOptions<RecordsOptions> options, MigrationCopies copies, TimeProvider clock, ILogger<DatabaseStart> logger)
{
    /// <summary>
    /// Holds the start-up lock, clears a migrations lock a killed process left behind, backs a SQLite database up, migrates, and sets write-ahead logging. On Unix the database is
    /// readable by the program's own account alone.
    /// </summary>
    /// <remarks>EF's own migrations lock is a row; a process killed while it holds it would block every later start for ever.</remarks>
    /// <exception cref="NewerDatabaseException">A later version of the program brought the database to its own shape.</exception>
    /// <exception cref="TimeoutException">Another process held the start-up lock for longer than two minutes.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        OwnFiles.MakeDataFolder(settings.DataFolder);
        await using var held = await HoldLockAsync(Path.Combine(settings.DataFolder, "start.lock"), cancellationToken);
        await using var db = RecordsFactory.MakerFor(settings)();
        if (await IsNewerAsync(db, cancellationToken))
        {
            throw new NewerDatabaseException();
        }

        if (settings.Provider == "sqlite")
        {
            await PrepareSqliteAsync(db, cancellationToken);
        }
        else
        {
            await db.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>Whether the database exists and has this program's shape.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await using var db = RecordsFactory.MakerFor(options.Value)();
        try
        {
            return await db.Database.CanConnectAsync(cancellationToken) && !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any() && !await IsNewerAsync(db, cancellationToken);
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    /// <summary>The file of a SQLite database; null where the database is a server's.</summary>
    public string? DatabaseFile => options.Value.Provider == "sqlite" ? new SqliteConnectionStringBuilder(RecordsFactory.SqliteConnectionFor(options.Value)).DataSource : null;

    /// <summary>Makes a data folder where there is none. On Unix others may pass through it to the share and the released copies, and not list it.</summary>
    public static void MakeDataFolder(string path) => OwnFiles.MakeDataFolder(path);

    /// <summary>Writes what SQLite's write-ahead log holds back into the database and empties the log, unless somebody reads or writes just then. Nothing where the database is a server.</summary>
    /// <remarks>Back first, beside whoever writes; emptying holds the writers' lock, and what is left then is little. Waits for nobody.</remarks>
    public async Task WriteBackAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Provider != "sqlite")
        {
            return;
        }

        await using var db = RecordsFactory.MakerFor(options.Value)();
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "PRAGMA busy_timeout=0; PRAGMA wal_checkpoint(PASSIVE); PRAGMA wal_checkpoint(TRUNCATE)";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>The database server's own time; null where the database is a file of this machine.</summary>
    public async Task<Instant?> ServerTimeAsync(CancellationToken cancellationToken)
    {
        await using var db = RecordsFactory.MakerFor(options.Value)();
        return db is PostgresRecords
            ? new Instant(await db.Database.SqlQueryRaw<long>("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint AS \"Value\"").SingleAsync(cancellationToken))
            : null;
    }

    /// <remarks>It may hold what this program would not keep to: a channel, a ground, a state it does not know.</remarks>
    private static async Task<bool> IsNewerAsync(RecordsContext db, CancellationToken cancellationToken) =>
        (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).Except(db.Database.GetMigrations()).Any();

    private async Task PrepareSqliteAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        var exists = await db.Database.CanConnectAsync(cancellationToken);
        OwnFiles.Close(DatabaseFile!);
        copies.RemoveOld();
        if (exists)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (exists && pending > 0)
        {
            await BackUpAsync(db, cancellationToken);
        }

        if (pending > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
            LogMessages.Migrated(logger, pending);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    private async Task BackUpAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        var file = copies.Next();
        var fresh = file + ".new";
        File.Delete(fresh);
        OwnFiles.Close(fresh);
        await db.Database.ExecuteSqlAsync($"VACUUM INTO {fresh}", cancellationToken);
        await DoubtAsync(fresh, cancellationToken);
        File.Move(fresh, file);
    }

    /// <summary>Writes into a copy that it is one: whoever puts it back by hand has books that hold every release until the register is confirmed.</summary>
    private async Task DoubtAsync(string copy, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = copy, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM pragma_table_info('Heads') WHERE name = 'RestoredTo'";
        if (await command.ExecuteScalarAsync(cancellationToken) is > 0L)
        {
            command.CommandText = "UPDATE \"Heads\" SET \"RestoredTo\" = $moment";
            command.Parameters.AddWithValue("$moment", Instant.Now(clock).Microseconds);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    private async Task<FileStream> HoldLockAsync(string path, CancellationToken cancellationToken)
    {
        for (var tries = 0; tries < 240; tries++)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (tries < 239)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), clock, cancellationToken);
            }
        }

        throw new TimeoutException("Another MediaGuard is starting on this data folder and has not finished within two minutes.");
    }
}
