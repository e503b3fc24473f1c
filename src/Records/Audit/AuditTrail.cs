using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Audit;

internal sealed class AuditTrail(IRecordsFactory factory) : IAuditTrail
{
    public async Task<AuditCheck> VerifyAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);

        // one snapshot: otherwise an entry written between the two reads looks like tampering
        await using var transaction = await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, cancellationToken);
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
}
