using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records;

/// <summary>The context on PostgreSQL, with its own migrations.</summary>
public sealed class PostgresRecords(DbContextOptions<PostgresRecords> options) : RecordsContext(options)
{
    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);

        // a camera's wall clock has no zone; the default type would demand UTC
        builder.Entity<MediaRow>().Property(r => r.CapturedLocal).HasColumnType("timestamp without time zone");
    }
}
