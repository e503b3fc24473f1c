using System.Data;
using System.Runtime.CompilerServices;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaGuard.Records.Audit;

internal sealed class AuditTrail(IRecordsFactory factory, TimeProvider clock) : IAuditTrail
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
            var isItself = entry.Sequence == expected && entry.Hash.AsSpan().SequenceEqual(AuditChain.Hash(entry));
            if (!isItself || !entry.PreviousHash.AsSpan().SequenceEqual(previous))
            {
                return new AuditCheck(school, expected - 1, expected) { MayBeTheOneBefore = isItself && expected > 1 };
            }

            previous = entry.Hash;
        }

        var isLast = head.AuditSequence == expected;
        var endHolds = isLast && head.AuditHash.AsSpan().SequenceEqual(previous);
        return new AuditCheck(school, expected, endHolds ? null : expected + 1) { MayBeTheOneBefore = isLast && !endHolds && expected > 0 };
    }

    public async Task<AuditHead> HeadAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var head = await db.Heads.AsNoTracking().SingleAsync(cancellationToken);
        return new AuditHead(school, head.AuditSequence, Convert.ToHexStringLower(head.AuditHash), Instant.Now(clock));
    }

    public async Task<string?> HashAtAsync(SchoolId school, long sequence, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Audit.Where(a => a.Sequence == sequence).Select(a => a.Hash).FirstOrDefaultAsync(cancellationToken) is { } hash ? Convert.ToHexStringLower(hash) : null;
    }

    public async Task<IReadOnlyList<AuditLine>> SearchAsync(SchoolId school, AuditQuestion question, int atMost, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        await using var db = factory.Open(school);
        var entries = db.Audit.AsNoTracking();
        if (question.Act is { } act)
        {
            entries = entries.Where(a => a.Act == act);
        }

        if (question.About is { } about)
        {
            entries = entries.Where(a => a.Subject.Contains(about) || a.Detail.Contains(about));
        }

        if (question.Actor is { } actor)
        {
            entries = entries.Where(a => a.Actor == actor);
        }

        if (question.Day is { } day)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
            var (from, to) = (Instant.StartOf(day, zone), Instant.StartOf(day.AddDays(1), zone));
            entries = entries.Where(a => a.At >= from && a.At < to);
        }

        return [.. (await entries.OrderByDescending(a => a.Sequence).Take(atMost).ToListAsync(cancellationToken)).Select(Line)];
    }

    public IAsyncEnumerable<AuditLine> ReadAsync(SchoolId school, CancellationToken cancellationToken) => ReadAsync(school, 1, long.MaxValue, cancellationToken);

    public async IAsyncEnumerable<AuditLine> ReadAsync(SchoolId school, long first, long last, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        await using var snapshot = await SnapshotAsync(db, cancellationToken);
        await foreach (var entry in db.Audit.AsNoTracking().Where(a => a.Sequence >= first && a.Sequence <= last).OrderBy(a => a.Sequence).AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            yield return Line(entry);
        }
    }

    public async Task<(long First, long Last)?> SpanAsync(SchoolId school, Instant begin, Instant end, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var span = await db.Audit.Where(a => a.At >= begin && a.At < end).GroupBy(_ => 1).Select(g => new { First = g.Min(a => a.Sequence), Last = g.Max(a => a.Sequence) }).FirstOrDefaultAsync(cancellationToken);
        return span is null ? null : (span.First, span.Last);
    }

    public async Task<IReadOnlyList<string>> ActsAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Audit.Select(a => a.Act).Distinct().OrderBy(a => a).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(SchoolId school, IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var guids = ids.Select(i => Guid.TryParseExact(i, "N", out var id) ? id : Guid.Empty).Where(i => i != Guid.Empty).Distinct().ToList();
        var people = guids.ConvertAll(g => new PersonId(g));
        var names = await db.People.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id.ToString(), p => p.FullName, cancellationToken);
        foreach (var user in await db.Users.AsNoTracking().Where(u => u.SchoolId == school && guids.Contains(u.Id)).Select(u => new { u.Id, u.DisplayName }).ToListAsync(cancellationToken))
        {
            names[user.Id.ToString("N")] = user.DisplayName;
        }

        foreach (var token in await db.WebsiteTokens.AsNoTracking().Where(t => guids.Contains(t.Id)).Select(t => new { t.Id, t.Name }).ToListAsync(cancellationToken))
        {
            names[token.Id.ToString("N")] = token.Name;
        }

        return names;
    }

    private static AuditLine Line(AuditRow entry) => new(entry.Sequence, entry.At, entry.Actor, entry.Act, entry.Subject, entry.Detail, Convert.ToHexStringLower(entry.PreviousHash), Convert.ToHexStringLower(entry.Hash));

    public Task<Instant?> NewestAsync(SchoolId school, CancellationToken cancellationToken) => NewestAsync(school, new Instant(long.MaxValue), cancellationToken);

    public async Task<Instant?> NewestAsync(SchoolId school, Instant notAfter, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Audit.Where(a => a.At <= notAfter).OrderByDescending(a => a.Sequence).Select(a => (Instant?)a.At).FirstOrDefaultAsync(cancellationToken);
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
