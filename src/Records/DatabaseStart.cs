using MediaGuard.Media;
using MediaGuard.Records.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records;

/// <summary>Brings the database to this program's shape before anything else touches it.</summary>
public sealed class DatabaseStart(IOptions<RecordsOptions> options, TimeProvider clock, ILogger<DatabaseStart> logger)
{
    /// <summary>
    /// Holds the start-up lock, clears a migrations lock a killed process left behind, backs a SQLite database up, migrates, and sets write-ahead logging.
    /// </summary>
    /// <remarks>EF's own migrations lock is a row; a process killed while it holds it would block every later start for ever.</remarks>
    /// <exception cref="TimeoutException">Another process held the start-up lock for longer than two minutes.</exception>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        Directory.CreateDirectory(settings.DataFolder);
        await using var held = await HoldLockAsync(Path.Combine(settings.DataFolder, "start.lock"), cancellationToken);
        await using var db = RecordsFactory.MakerFor(settings)();
        if (settings.Provider == "sqlite")
        {
            await PrepareSqliteAsync(db, settings, cancellationToken);
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
            return await db.Database.CanConnectAsync(cancellationToken) && !(await db.Database.GetPendingMigrationsAsync(cancellationToken)).Any();
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    /// <summary>The database server's own time; null where the database is a file of this machine.</summary>
    public async Task<Instant?> ServerTimeAsync(CancellationToken cancellationToken)
    {
        await using var db = RecordsFactory.MakerFor(options.Value)();
        return db is PostgresRecords
            ? new Instant(await db.Database.SqlQueryRaw<long>("SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint AS \"Value\"").SingleAsync(cancellationToken))
            : null;
    }

    private async Task PrepareSqliteAsync(RecordsContext db, RecordsOptions settings, CancellationToken cancellationToken)
    {
        var exists = await db.Database.CanConnectAsync(cancellationToken);
        if (exists)
        {
            await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (exists && pending > 0)
        {
            await BackUpAsync(db, settings, cancellationToken);
        }

        if (pending > 0)
        {
            await db.Database.MigrateAsync(cancellationToken);
            LogMessages.Migrated(logger, pending);
        }

        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL", cancellationToken);
    }

    private async Task BackUpAsync(RecordsContext db, RecordsOptions settings, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.DataFolder, "backups"));
        var file = Path.Combine(folder.FullName, $"before-migration-{clock.GetUtcNow():yyyyMMddHHmmss}.db");
        var fresh = file + ".new";
        File.Delete(fresh);
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
