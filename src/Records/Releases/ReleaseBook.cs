using MediaGuard.Consent.Decisions;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using MediaGuard.Records.Publications;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Releases;

internal sealed class ReleaseBook(IRecordsFactory factory, IHeads heads, TimeProvider clock) : IReleaseBook
{
    /// <summary>A person's word makes a recall due at once; this is for the case that nothing else does.</summary>
    private static readonly TimeSpan AskAgainAfter = TimeSpan.FromHours(6);

    public async Task<IReadOnlyList<DueRelease>> TakeDueAsync(
        SchoolId school, IReadOnlyCollection<ChannelId> channels, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var before = now - notAgainFor;
        var names = channels.Select(c => c.Value).ToList();
        IQueryable<QueueRow> Due(RecordsContext db) =>
            db.Queue.Where(q => q.State == QueueState.Waiting && names.Contains(q.Channel) && q.NotBefore <= now && q.EnqueuedAt < before);
        if (!await AnyAsync(school, Due, cancellationToken))
        {
            return [];
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var due = await Due(head.Context).OrderBy(q => q.MediaId).Take(atMost).ToListAsync(cancellationToken);
        due.ForEach(q => q.EnqueuedAt = now);
        await head.CommitAsync(cancellationToken);
        return [.. due.Select(q => new DueRelease(q.MediaId, new ChannelId(q.Channel)))];
    }

    public async Task<IReadOnlyList<RecallTask>> TakeRecallsAsync(SchoolId school, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken)
    {
        var now = Instant.Now(clock);
        var before = now - notAgainFor;
        IQueryable<ReleaseRow> Due(RecordsContext db) => db.Releases.Where(r => r.State == ReleaseState.Recalling && r.NotBefore <= now && r.EnqueuedAt < before);
        if (!await AnyAsync(school, Due, cancellationToken))
        {
            return [];
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var due = await Due(head.Context).OrderBy(r => r.Id).Take(atMost).ToListAsync(cancellationToken);
        due.ForEach(r => r.EnqueuedAt = now);
        await head.CommitAsync(cancellationToken);
        return [.. due.Select(r => new RecallTask(r.Id, r.MediaId, new ChannelId(r.Channel), r.Name))];
    }

    public async Task<bool> SaveReleasedAsync(SchoolId school, ReleaseId release, string proof, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var row = await head.Context.Releases.SingleAsync(r => r.Id == release, cancellationToken);
        var stands = row.State is ReleaseState.Leaving or ReleaseState.Released;
        row.ReleasedAt = head.Now;
        if (stands)
        {
            if (row.State == ReleaseState.Leaving)
            {
                row.State = ReleaseState.Released;
                row.Proof = proof;
                head.Audit("released", release.ToString(), row.Channel, null);
            }

            var entry = await head.Context.Queue.FirstOrDefaultAsync(q => q.MediaId == row.MediaId && q.Channel == row.Channel, cancellationToken);
            if (entry is not null)
            {
                entry.State = QueueState.Released;
            }
        }
        else
        {
            // the copy went out after the recall was ordered: whatever was proven before is void
            row.State = ReleaseState.Recalling;
            row.RecalledAt = null;
            row.NotBefore = default;
            row.EnqueuedAt = default;
        }

        await head.CommitAsync(cancellationToken);
        return stands;
    }

    public async Task<RenditionId?> WaitingAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await db.Queue.Where(q => q.MediaId == media && q.Channel == channel.Value && q.State == QueueState.Waiting).Select(q => (RenditionId?)q.RenditionId).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<StuckCopies> StuckAsync(SchoolId school, TimeSpan limit, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var since = Instant.Now(clock) - limit;
        var delivering = (await PolicyStore.CurrentAsync(db, cancellationToken)).Channels.Where(c => c.Kind.Length > 0).Select(c => c.Channel).ToList();
        return new StuckCopies(
            await db.Queue.CountAsync(q => q.State == QueueState.Waiting && delivering.Contains(q.Channel) && q.QueuedAt < since && q.NotBefore > q.QueuedAt, cancellationToken),
            await db.Renditions.CountAsync(r => r.Kind == RenditionKind.Redacted && r.MadeAt == default(Instant) && r.Sight == Sight.Failed, cancellationToken));
    }

    public async Task PutOffAsync(SchoolId school, MediaId media, ChannelId channel, Instant notBefore, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        await db.Queue.Where(q => q.MediaId == media && q.Channel == name)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.NotBefore, notBefore).SetProperty(q => q.EnqueuedAt, default(Instant)), cancellationToken);
    }

    public async Task<bool> SaveRecalledAsync(SchoolId school, ReleaseId release, string proof, TimeSpan longestDelivery, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var row = await head.Context.Releases.SingleAsync(r => r.Id == release, cancellationToken);
        if (row.State != ReleaseState.Recalling)
        {
            return row.State == ReleaseState.Recalled;
        }

        // a copy that passed the gate again after it was last seen outside may still be on its way
        var arrived = row.ReleasedAt >= row.LeavingAt || head.Now - row.LeavingAt > longestDelivery;

        // what somebody took by hand is out of every program's reach: it is back when a person says so
        var inHands = await head.Context.Posts.AnyAsync(p => p.ReleaseId == release && p.End == PostEnd.None, cancellationToken)
            || await PublicationBook.IsOutAsync(head.Context, release, cancellationToken);
        if (arrived && !inHands)
        {
            row.State = ReleaseState.Recalled;
            row.RecalledAt = head.Now;
            row.Proof = proof;
            head.Audit("recalled", release.ToString(), row.Channel, null);
        }
        else
        {
            row.NotBefore = arrived ? head.Now + AskAgainAfter : row.LeavingAt + longestDelivery;
            row.EnqueuedAt = default;
        }

        await head.CommitAsync(cancellationToken);
        return arrived && !inHands;
    }

    public async Task PutOffRecallAsync(SchoolId school, ReleaseId release, Instant notBefore, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        await db.Releases.Where(r => r.Id == release).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.NotBefore, notBefore).SetProperty(r => r.EnqueuedAt, default(Instant)).SetProperty(r => r.Attempts, r => r.Attempts + 1),
            cancellationToken);
    }

    public async Task<Delivery?> DeliveryAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var setting = (await PolicyStore.CurrentAsync(db, cancellationToken)).Channels.FirstOrDefault(c => c.Channel == channel.Value);
        if (setting is null || setting.Kind.Length == 0)
        {
            return null;
        }

        var group = await db.Media.Where(m => m.Id == media).Select(m => m.GroupId).FirstOrDefaultAsync(cancellationToken);
        var outside = group is null ? null : await db.Groups.Where(g => g.Id == group).Select(g => g.OutsideName).FirstOrDefaultAsync(cancellationToken);
        return new Delivery(setting.Kind, setting.Address, string.IsNullOrEmpty(outside) ? "all" : outside);
    }

    public async Task<IReadOnlyList<ChannelId>> DeliveringChannelsAsync(SchoolId school, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return [.. (await PolicyStore.CurrentAsync(db, cancellationToken)).Channels.Where(c => c.Kind.Length > 0).Select(c => new ChannelId(c.Channel))];
    }

    public async Task<IReadOnlySet<ReleaseId>> StandingAsync(SchoolId school, IReadOnlyCollection<ReleaseId> releases, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return (await db.Releases.Where(r => releases.Contains(r.Id) && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)).Select(r => r.Id).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <summary>A look without the lock: most sweeps find nothing.</summary>
    private async Task<bool> AnyAsync<T>(SchoolId school, Func<RecordsContext, IQueryable<T>> which, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        return await which(db).AnyAsync(cancellationToken);
    }
}
