using MediaGuard.Media;
using MediaGuard.Records.Matching;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

internal sealed class Heads(IRecordsFactory factory, TimeProvider clock, TemplateEnd templates) : IHeads
{
    /// <remarks>
    /// SQLite: the transaction begins IMMEDIATE, so it is the only writer. PostgreSQL: ReadCommitted with FOR UPDATE on the head row; Serializable
    /// let a withdrawal slip past a release when it was measured.
    /// </remarks>
    public async Task<HeadTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var db = factory.Open(school);
        try
        {
            var transaction = await db.Database.BeginTransactionAsync(
                db is PostgresRecords ? System.Data.IsolationLevel.ReadCommitted : System.Data.IsolationLevel.Serializable, cancellationToken);
            var heads = db is PostgresRecords
                ? db.Heads.FromSql($"SELECT * FROM \"Heads\" WHERE \"SchoolId\" = {school.Value} FOR UPDATE")
                : db.Heads;
            var head = await heads.SingleAsync(cancellationToken);
            var info = await db.Schools.AsNoTracking().SingleAsync(cancellationToken);
            return new HeadTransaction(db, transaction, head, TimeZoneInfo.FindSystemTimeZoneById(info.TimeZone), clock, templates);
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }

    public async Task<bool> AnyToRedactAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Renditions.AnyAsync(r => r.Kind == RenditionKind.Redacted && r.MadeAt == default(Instant), cancellationToken);
    }

    public async Task<bool> AnyDueAgainAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.AnyAsync(m => m.DecideAgain != null, cancellationToken);
    }
}
