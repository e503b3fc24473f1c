using System.Data;
using MediaGuard.Media;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaGuard.Records.Audit;

internal sealed class AuditTrail(IRecordsFactory factory) : IAuditTrail
{
    public async Task<AuditCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);

        // one snapshot: otherwise an entry written between the two reads looks like tampering
        await using var snapshot = await SnapshotAsync(db, cancellationToken);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        var expected = 0L;
        byte[] previous = [];
        await foreach (var entry in db.Audit.AsNoTracking().OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            expected++;
            var holds = entry.Sequence == expected
                && entry.PreviousHash.AsSpan().SequenceEqual(previous)
                && entry.Hash.AsSpan().SequenceEqual(AuditChain.Hash(entry));
            if (!holds)
            {
                return new AuditCheck(school, expected - 1, expected);
            }

            previous = entry.Hash;
        }

        var endHolds = head.AuditSequence == expected && head.AuditHash.AsSpan().SequenceEqual(previous);
        return new AuditCheck(school, expected, endHolds ? null : expected + 1);
    }

    public async Task<Instant?> NewestAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Audit.OrderByDescending(a => a.Sequence).Select(a => (Instant?)a.At).FirstOrDefaultAsync(cancellationToken);
    }

    /// <remarks>A deferred transaction of SQLite is a snapshot that locks nobody out; EF's own begins with the write lock.</remarks>
    private static async Task<IDbContextTransaction> SnapshotAsync(RecordsContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        return db.Database.GetDbConnection() is SqliteConnection lite
            ? (await db.Database.UseTransactionAsync(lite.BeginTransaction(deferred: true), cancellationToken))!
            : await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
    }
}
