using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace MediaGuard.Records;

/// <summary>Tells what a database's error means for the work at hand.</summary>
public static class DatabaseFaults
{
    /// <summary>Busy, locked, out of disk or out of reach: the work is put off, not failed.</summary>
    public static bool IsPassing(Exception exception) => Innermost(exception) switch
    {
        SqliteException e => e.SqliteErrorCode is 5 or 6 or 10 or 13 or 14,
        NpgsqlException e => e.IsTransient || e is PostgresException { SqlState: "53100" or "53200" or "53300" or "57P03" },
        TimeoutException => true,
        _ => false,
    };

    /// <summary>A unique key was already there.</summary>
    public static bool IsUniqueViolation(Exception exception) => Innermost(exception) switch
    {
        SqliteException e => e.SqliteErrorCode == 19 && e.SqliteExtendedErrorCode is 2067 or 1555,
        PostgresException e => e.SqlState == PostgresErrorCodes.UniqueViolation,
        _ => false,
    };

    private static Exception Innermost(Exception exception)
    {
        var current = exception;
        while (current is DbUpdateException or InvalidOperationException or AggregateException && current.InnerException is { } inner)
        {
            current = inner;
        }

        return current is DbException ? current : exception.GetBaseException();
    }
}
