using System.Data.Common;
using System.Diagnostics;
using MediaGuard.Records;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Bench.Consent;

/// <summary>The rows an import wrote, written again into bare tables: one prepared statement a table, one transaction, nothing decided.</summary>
internal static class BareInsert
{
    public static async Task<(TimeSpan Elapsed, int Rows)> RunAsync(RecordsContext db, params string[] tables)
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        var copies = new List<(DbCommand Command, List<object[]> Rows)>();
        foreach (var table in tables)
        {
            await ExecuteAsync(connection, $"CREATE TABLE \"Bare{table}\" AS SELECT * FROM \"{table}\" WHERE 1 = 0");
            copies.Add(await PrepareAsync(connection, table));
        }

        var began = Stopwatch.GetTimestamp();
        await using var transaction = await connection.BeginTransactionAsync();
        foreach (var (command, rows) in copies)
        {
            command.Transaction = transaction;
            foreach (var row in rows)
            {
                for (var i = 0; i < row.Length; i++)
                {
                    command.Parameters[i].Value = row[i];
                }

                await command.ExecuteNonQueryAsync();
            }
        }

        await transaction.CommitAsync();
        return (Stopwatch.GetElapsedTime(began), copies.Sum(c => c.Rows.Count));
    }

    private static async Task<(DbCommand, List<object[]>)> PrepareAsync(DbConnection connection, string table)
    {
        var rows = new List<object[]>();
        await using var select = connection.CreateCommand();
        select.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await select.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"Bare{table}\" VALUES ({string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"@p{i}"))})";
        for (var i = 0; i < reader.FieldCount; i++)
        {
            var parameter = insert.CreateParameter();
            parameter.ParameterName = $"p{i}";
            insert.Parameters.Add(parameter);
        }

        return (insert, rows);
    }

    private static async Task ExecuteAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names are this program's own
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
