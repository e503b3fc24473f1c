using MediaGuard.Media;
using MediaGuard.Records.Audit;
using MediaGuard.Records.Items;
using MediaGuard.Records.Matching;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace MediaGuard.Records.Scenes;

/// <summary>One transaction under a school's head lock. Dispose without commit and nothing happened.</summary>
public sealed partial class HeadTransaction : IAsyncDisposable
{
    private readonly RecordsContext db;
    private readonly IDbContextTransaction transaction;
    private readonly HeadRow head;
    private readonly TimeZoneInfo zone;
    private readonly TemplateEnd templates;

    internal HeadTransaction(RecordsContext db, IDbContextTransaction transaction, HeadRow head, TimeZoneInfo zone, TimeProvider clock, TemplateEnd templates)
    {
        this.db = db;
        this.transaction = transaction;
        this.head = head;
        this.zone = zone;
        this.templates = templates;
        Now = Instant.Now(clock);
    }

    /// <summary>The moment everything in this transaction happens.</summary>
    public Instant Now { get; }

    /// <summary>Today in the school's zone.</summary>
    public DateOnly Today => Now.DayIn(zone);

    public SchoolId School => db.School;

    internal RecordsContext Context => db;

    internal HeadRow Head => head;

    /// <summary>Adds an entry to the school's chain. Opaque ids and codes only.</summary>
    public void Audit(string act, string subject, string detail, UserId? actor)
    {
        var entry = new AuditRow
        {
            SchoolId = School,
            Sequence = ++head.AuditSequence,
            At = Now,
            Actor = actor,
            Act = act,
            Subject = subject,
            Detail = detail,
            PreviousHash = head.AuditHash,
        };
        entry.Hash = AuditChain.Hash(entry);
        head.AuditHash = entry.Hash;
        db.Audit.Add(entry);
    }

    /// <summary>Writes what is changed so far, so that what is read next in this transaction sees it.</summary>
    /// <exception cref="LeaseLostException">An item saved under a lease was taken over meanwhile.</exception>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException e) when (e.Entries is [{ Entity: MediaRow row }, ..])
        {
            throw new LeaseLostException(row.Id);
        }
    }

    /// <summary>Follows what the register's changes mean for photos and for templates, and commits all of it.</summary>
    /// <exception cref="LeaseLostException">An item saved under a lease was taken over meanwhile; nothing is committed.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await FollowAsync(cancellationToken);
        if (registerChanged)
        {
            await DestroyLapsedTemplatesAsync(cancellationToken);
        }

        await FlushAsync(cancellationToken);
        await DestroyEndedAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await db.DisposeAsync();
    }
}
