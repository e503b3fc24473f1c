using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

/// <summary>The context on SQLite, with its own migrations.</summary>
public sealed class SqliteRecords(DbContextOptions<SqliteRecords> options) : RecordsContext(options);
