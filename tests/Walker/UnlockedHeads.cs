using System.Data;
using MediaGuard.Media;
using MediaGuard.Records;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Walker;

/// <summary>The head transaction without its lock, to see what it is for.</summary>
internal sealed class UnlockedHeads(IRecordsFactory factory, TimeProvider clock, TemplateEnd templates) : IHeads
{
    public async Task<HeadTransaction> BeginAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var db = factory.Open(school);
        var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadUncommitted, cancellationToken); // SQLite: deferred
        return new HeadTransaction(db, transaction, await db.Heads.SingleAsync(cancellationToken), TimeZoneInfo.Utc, clock, templates);
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
