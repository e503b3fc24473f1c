using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Walker;

/// <summary>The head transaction without what puts it in order: no lock, no transaction, and places in the log that never collide.</summary>
/// <remarks>
/// Without the lock alone, SQLite's snapshots and the log's key would still end most acts that overlap; then nothing would leave on an old answer, and the walk would only have seen them end.
/// </remarks>
internal sealed class UnlockedHeads(IRecordsFactory factory, TimeProvider clock, TemplateEnd templates) : IHeads
{
    private static long places = (long)Environment.ProcessId << 40;

    public async Task<HeadTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var db = factory.Open(school);
        var head = await db.Heads.SingleAsync(cancellationToken);
        head.AuditSequence = Interlocked.Add(ref places, 1000);
        head.ConsentSequence = head.AuditSequence;
        return new HeadTransaction(db, new NoTransaction(), head, TimeZoneInfo.Utc, clock, templates);
    }

    public async Task<bool> AnyDueAgainAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Media.AnyAsync(m => m.DecideAgain != null, cancellationToken);
    }

    public async Task<bool> AnyToRedactAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Renditions.AnyAsync(r => r.Kind == RenditionKind.Redacted && r.MadeAt == default(Instant), cancellationToken);
    }
}
