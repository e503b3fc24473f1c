using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediaGuard.Records.Storage;

/// <summary>
/// Sets what SQLite keeps per connection: durable commits, deleted rows overwritten, room for 64 MB of pages, and a log that a commit does not write back before it is longer than a
/// withdrawal of ten thousand photos makes it: <see cref="DatabaseStart.WriteBackAsync"/> does so beside what people wait for.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    public static readonly SqlitePragmas Instance = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override async Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = Text;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Gives a transaction that may reach ten thousand photos room for all the pages it changes; without it they are written twice. Ends when the connection is opened anew.</summary>
    public static async Task MakeRoomAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        if (db is SqliteRecords)
        {
            await db.Database.ExecuteSqlRawAsync("PRAGMA cache_size=-196608", cancellationToken);
        }
    }

    // the driver looks again only every 150 ms; SQLite itself waits in small steps first
    private const string Text = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=1000; PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=65536;";
}
