using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace MediaGuard.Records.Storage;

/// <summary>Sets what SQLite keeps per connection: durable commits, deleted rows overwritten, and room for the pages of a withdrawal that reaches ten thousand photos.</summary>
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

    // the driver looks again only every 150 ms; SQLite itself waits in small steps first
    private const string Text = "PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA busy_timeout=1000; PRAGMA cache_size=-65536;";
}
