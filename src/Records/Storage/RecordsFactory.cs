using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace MediaGuard.Records.Storage;

internal sealed class RecordsFactory(IOptions<RecordsOptions> options) : IRecordsFactory
{
    private readonly Func<RecordsContext> make = MakerFor(options.Value);

    public RecordsContext Open(SchoolId school)
    {
        var context = make();
        context.School = school;
        return context;
    }

    public async Task<IReadOnlyList<SchoolInfo>> SchoolsAsync(CancellationToken cancellationToken)
    {
        await using var db = make();
        var rows = await db.Schools.IgnoreQueryFilters().AsNoTracking().OrderBy(s => s.Name).ToListAsync(cancellationToken);
        return [.. rows.Select(r => new SchoolInfo(r.Id, r.Name, TimeZoneInfo.FindSystemTimeZoneById(r.TimeZone), r.SharePath))];
    }

    internal static Func<RecordsContext> MakerFor(RecordsOptions options)
    {
        if (options.Provider == "postgres")
        {
            var postgres = new DbContextOptionsBuilder<PostgresRecords>()
                .UseNpgsql(options.ConnectionString, npgsql => npgsql.CommandTimeout(options.BusySeconds))
                .Options;
            return () => new PostgresRecords(postgres);
        }

        var sqlite = new DbContextOptionsBuilder<SqliteRecords>()
            .UseSqlite(SqliteConnectionFor(options), lite => lite.CommandTimeout(options.BusySeconds))
            .AddInterceptors(SqlitePragmas.Instance)
            .Options;
        return () => new SqliteRecords(sqlite);
    }

    internal static string SqliteConnectionFor(RecordsOptions options) =>
        options.ConnectionString.Length > 0
            ? options.ConnectionString
            : new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder
            {
                DataSource = Path.Combine(options.DataFolder, "mediaguard.db"),
                DefaultTimeout = options.BusySeconds,
                ForeignKeys = true,
            }.ToString();
}
