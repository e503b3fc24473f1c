using System.ComponentModel;
using System.Diagnostics;
using Npgsql;

namespace MediaGuard.Records.Backups;

/// <summary>PostgreSQL's own client programs, which know how to copy a database that is in use. What they are told of passwords goes by environment, never by argument.</summary>
internal static class PostgresTools
{
    public static async Task DumpAsync(string connection, string file, CancellationToken cancellationToken)
    {
        if (await RunAsync("pg_dump", connection, ["--format=custom", "--exclude-schema=hangfire", "--no-owner", "--no-privileges", "--file", file], cancellationToken) != 0)
        {
            throw new DatabaseCopyException("pg_dump could not copy the database: is there room, and is its version at least the server's?");
        }
    }

    public static async Task<string?> WrongAsync(string file, CancellationToken cancellationToken) =>
        await RunAsync("pg_restore", null, ["--list", file], cancellationToken) == 0 ? null : "the copy of the database is not whole";

    /// <summary>All of it or nothing: one transaction.</summary>
    public static async Task LoadAsync(string connection, string file, CancellationToken cancellationToken)
    {
        if (await RunAsync("pg_restore", connection, ["--no-owner", "--no-privileges", "--single-transaction", "--exit-on-error", "--dbname", Of(connection).Database ?? "", file], cancellationToken) != 0)
        {
            throw new DatabaseCopyException("pg_restore could not put the database back; it is empty as before");
        }
    }

    private static NpgsqlConnectionStringBuilder Of(string connection) => new(connection);

    private static async Task<int> RunAsync(string tool, string? connection, string[] arguments, CancellationToken cancellationToken)
    {
        // what the tools say may quote rows, so it is not passed on
        var start = new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (connection is not null)
        {
            var at = Of(connection);
            start.Environment["PGHOST"] = at.Host;
            start.Environment["PGPORT"] = $"{at.Port}";
            start.Environment["PGDATABASE"] = at.Database;
            start.Environment["PGUSER"] = at.Username;
            start.Environment["PGPASSWORD"] = at.Password;
            start.Environment["PGSSLMODE"] = at.SslMode switch
            {
                SslMode.VerifyCA => "verify-ca",
                SslMode.VerifyFull => "verify-full",
                var mode => mode.ToString().ToLowerInvariant(),
            };
        }

        try
        {
            using var process = Process.Start(start)!;
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, cancellationToken),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, cancellationToken),
                process.WaitForExitAsync(cancellationToken));
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            throw new DatabaseCopyException($"{tool} is not installed: it comes with PostgreSQL's client (on Debian the package postgresql-client)");
        }
    }
}
