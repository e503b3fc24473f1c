using MediaGuard.Media;
using MediaGuard.Records.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records.Backups;

/// <summary>Copies the whole database while the program runs, and puts a copy back into an empty one.</summary>
public sealed class DatabaseCopy(IOptions<RecordsOptions> options)
{
    private const int Full = 13; // SQLITE_FULL

    private readonly RecordsOptions options = options.Value;

    /// <summary><c>sqlite</c> or <c>postgres</c>; a copy of one is no use to the other.</summary>
    public string Provider => options.Provider;

    /// <summary>What the copy is called.</summary>
    public string FileName => IsSqlite ? "mediaguard.db" : "mediaguard.dump";

    private bool IsSqlite => options.Provider == "sqlite";

    private string SqliteFile => new SqliteConnectionStringBuilder(RecordsFactory.SqliteConnectionFor(options)).DataSource;

    /// <summary>Writes a consistent copy over the file and checks it.</summary>
    /// <exception cref="DatabaseCopyException">It could not be made, or is not whole.</exception>
    /// <exception cref="ArchiveException">The disk is full.</exception>
    public async Task CopyToAsync(string file, CancellationToken cancellationToken)
    {
        if (IsSqlite)
        {
            await CopySqliteAsync(file, cancellationToken);
        }
        else
        {
            await PostgresTools.DumpAsync(options.ConnectionString, file, cancellationToken);
        }

        if (await WrongAsync(options.Provider, file, cancellationToken) is { } wrong)
        {
            throw new DatabaseCopyException(wrong);
        }
    }

    /// <summary>What is wrong with a copy; null when it is whole.</summary>
    /// <exception cref="DatabaseCopyException">It can't be looked into here.</exception>
    public static async Task<string?> WrongAsync(string provider, string file, CancellationToken cancellationToken)
    {
        if (provider != "sqlite")
        {
            return await PostgresTools.WrongAsync(file, cancellationToken);
        }

        try
        {
            await using var copy = Lite(file, SqliteOpenMode.ReadOnly);
            await copy.OpenAsync(cancellationToken);
            await using var check = copy.CreateCommand();
            check.CommandText = "PRAGMA integrity_check";
            return await check.ExecuteScalarAsync(cancellationToken) as string == "ok" ? null : "the copy of the database is not whole";
        }
        catch (SqliteException)
        {
            return "the copy of the database is not whole";
        }
    }

    /// <summary>Whether nothing lies where the database would be put.</summary>
    public async Task<bool> IsEmptyAsync(CancellationToken cancellationToken)
    {
        if (IsSqlite)
        {
            return !File.Exists(SqliteFile);
        }

        await using var db = RecordsFactory.MakerFor(options)();
        return await db.Database.SqlQueryRaw<long>(
            "SELECT count(*) AS \"Value\" FROM information_schema.tables WHERE table_schema = 'public'").SingleAsync(cancellationToken) == 0;
    }

    /// <summary>Puts a copy into the place of the database, which is empty.</summary>
    /// <param name="place">Puts the copy's bytes under a path, whole or not at all.</param>
    /// <exception cref="DatabaseCopyException">It could not be put back; nothing is there then.</exception>
    public async Task PutBackAsync(Func<string, Task> place, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(place);
        if (IsSqlite)
        {
            await place(SqliteFile);
            return;
        }

        var dump = Path.Combine(options.DataFolder, FileName);
        await place(dump);
        try
        {
            await PostgresTools.LoadAsync(options.ConnectionString, dump, cancellationToken);
        }
        finally
        {
            File.Delete(dump);
        }
    }

    private async Task CopySqliteAsync(string file, CancellationToken cancellationToken)
    {
        await using var source = new SqliteConnection(RecordsFactory.SqliteConnectionFor(options) + ";Pooling=False");
        await source.OpenAsync(cancellationToken);
        await using var copy = Lite(file, SqliteOpenMode.ReadWriteCreate);
        try
        {
            await copy.OpenAsync(cancellationToken);
            source.BackupDatabase(copy);

            // one file, with no log beside it that a copy could lack
            await using var single = copy.CreateCommand();
            single.CommandText = "PRAGMA journal_mode=DELETE";
            await single.ExecuteScalarAsync(cancellationToken);
        }
        catch (SqliteException e) when (e.SqliteErrorCode == Full)
        {
            throw new ArchiveException(ArchiveFailure.Full, e);
        }
    }

    private static SqliteConnection Lite(string file, SqliteOpenMode mode) =>
        new(new SqliteConnectionStringBuilder { DataSource = file, Mode = mode, Pooling = false }.ToString());
}
