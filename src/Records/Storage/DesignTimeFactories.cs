using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace MediaGuard.Records.Storage;

/// <summary>Lets <c>dotnet ef</c> make migrations without a database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteRecords>
{
    public SqliteRecords CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<SqliteRecords>().UseSqlite("Data Source=design.db").Options);
}

internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresRecords>
{
    public PostgresRecords CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgresRecords>().UseNpgsql("Host=localhost;Database=design").Options);
}
