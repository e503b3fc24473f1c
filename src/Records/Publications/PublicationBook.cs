using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Publications;

internal sealed class PublicationBook(IHeads heads, IRecordsFactory factory) : IPublicationBook
{
    private const int MostAddresses = 50;
    private const string FetchedByHand = "fetched by hand";

    public async Task<IReadOnlyList<ClearedCopy>> ClearedAsync(SchoolId school, ChannelId channel, MediaId? after, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        var queue = db.Queue.Where(q => q.Channel == name);
        if (after is { } last)
        {
            var ids = await queue.Select(q => q.MediaId).ToListAsync(cancellationToken);
            var next = ids.Where(i => string.CompareOrdinal(i.ToString(), last.ToString()) > 0).OrderBy(i => i.ToString(), StringComparer.Ordinal).Take(atMost).ToList();
            queue = queue.Where(q => next.Contains(q.MediaId));
        }

        return await Copies(db, queue).Take(atMost).ToListAsync(cancellationToken);
    }

    public async Task<ClearedCopy?> ClearedAsync(SchoolId school, ChannelId channel, MediaId media, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        return await Copies(db, db.Queue.Where(q => q.Channel == name && q.MediaId == media)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<bool> HandOutAsync(SchoolId school, ReleaseId release, UserId to, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var row = await db.Releases.SingleAsync(r => r.Id == release, cancellationToken);
        if (row.State is not (ReleaseState.Leaving or ReleaseState.Released))
        {
            return false;
        }

        if (await db.HandOuts.FirstOrDefaultAsync(h => h.ReleaseId == release && h.TakenBy == to, cancellationToken) is { } known)
        {
            (known.LastAt, known.RemovedAt, known.RemovedBy) = (head.Now, null, null);
        }
        else
        {
            db.HandOuts.Add(new HandOutRow { SchoolId = school, Id = Guid.CreateVersion7(), ReleaseId = release, Channel = row.Channel, TakenBy = to, FirstAt = head.Now, LastAt = head.Now });
        }

        var policy = await PolicyStore.DocumentAsync(db, head.Head.PolicyVersion, cancellationToken);
        if (policy.Channels.FirstOrDefault(c => c.Channel == row.Channel) is not { Kind.Length: > 0 })
        {
            row.ReleasedAt = head.Now;
            if (row.State == ReleaseState.Leaving)
            {
                (row.State, row.Proof) = (ReleaseState.Released, FetchedByHand);
                head.Audit("released", release.ToString(), row.Channel, to);
            }
        }

        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<bool> HasAsync(SchoolId school, MediaId media, ChannelId channel, RenditionId rendition, UserId who, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        return await db.Releases.AnyAsync(
            r => r.MediaId == media && r.Channel == name && r.RenditionId == rendition && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)
                && db.HandOuts.Any(h => h.ReleaseId == r.Id && h.TakenBy == who && h.RemovedAt == null),
            cancellationToken);
    }

    public async Task<UsedAtOutcome> UseAsync(SchoolId school, MediaId media, ChannelId channel, string address, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var name = channel.Value;
        if (await db.Releases.Where(r => r.MediaId == media && r.Channel == name).OrderByDescending(r => r.LeavingAt).FirstOrDefaultAsync(cancellationToken) is not { } release)
        {
            return UsedAtOutcome.NoCopy;
        }

        var mustComeDown = release.State is ReleaseState.Recalling or ReleaseState.Recalled;
        var here = await db.UsedAt.Where(u => u.ReleaseId == release.Id && u.RemovedAt == null).ToListAsync(cancellationToken);
        if (here.Exists(u => u.Address == address))
        {
            return mustComeDown ? UsedAtOutcome.MustComeDown : UsedAtOutcome.Known;
        }

        if (here.Count >= MostAddresses)
        {
            return UsedAtOutcome.TooMany;
        }

        var row = new UsedAtRow { SchoolId = school, Id = Guid.CreateVersion7(), ReleaseId = release.Id, MediaId = media, Channel = name, Address = address, SaidAt = head.Now, SaidBy = by };
        db.UsedAt.Add(row);
        if (release.State == ReleaseState.Recalled)
        {
            (release.State, release.RecalledAt, release.Proof) = (ReleaseState.Recalling, null, "");
        }

        head.Audit("used-at", media.ToString(), $"{name} {row.Id:N}", by);
        await head.CommitAsync(cancellationToken);
        return mustComeDown ? UsedAtOutcome.MustComeDown : UsedAtOutcome.Noted;
    }

    public async Task<bool> LeaveAsync(SchoolId school, MediaId media, ChannelId channel, Guid address, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var name = channel.Value;
        if (await head.Context.UsedAt.FirstOrDefaultAsync(u => u.Id == address && u.MediaId == media && u.Channel == name && u.RemovedAt == null, cancellationToken) is not { } row)
        {
            return false;
        }

        (row.RemovedAt, row.RemovedBy) = (head.Now, by);
        foreach (var release in await head.Context.Releases.Where(r => r.Id == row.ReleaseId && r.State == ReleaseState.Recalling).ToListAsync(cancellationToken))
        {
            (release.NotBefore, release.EnqueuedAt) = (default, default);
        }

        head.Audit("used-no-more", media.ToString(), $"{name} {row.Id:N}", by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyList<UsedAt>> UsedAtAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        return await db.UsedAt.AsNoTracking().Where(u => media.Contains(u.MediaId) && u.Channel == name && u.RemovedAt == null).OrderBy(u => u.Id)
            .Select(u => new UsedAt(u.Id, u.MediaId, u.Address, u.SaidAt)).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<TakeDown>> TakeDownsAsync(SchoolId school, ChannelId channel, UserId? of, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        var open = db.Releases.Where(r => r.Channel == name && r.State == ReleaseState.Recalling
            && (db.HandOuts.Any(h => h.ReleaseId == r.Id && h.RemovedAt == null && (of == null || h.TakenBy == of))
                || db.UsedAt.Any(u => u.ReleaseId == r.Id && u.RemovedAt == null && (of == null || u.SaidBy == of))));
        return [.. (await ReadAsync(db, open, channel, onlyOpen: true, cancellationToken)).OrderBy(t => t.By.Microseconds)];
    }

    public async Task<IReadOnlyList<TakeDown>> TakenDownAsync(SchoolId school, ChannelId channel, int atMost, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        var down = db.Releases.Where(r => r.Channel == name && (r.State == ReleaseState.Recalling || r.State == ReleaseState.Recalled)
                && (db.HandOuts.Any(h => h.ReleaseId == r.Id) || db.UsedAt.Any(u => u.ReleaseId == r.Id))
                && !db.HandOuts.Any(h => h.ReleaseId == r.Id && h.RemovedAt == null) && !db.UsedAt.Any(u => u.ReleaseId == r.Id && u.RemovedAt == null))
            .OrderByDescending(r => r.RecallingAt).Take(atMost);
        return [.. (await ReadAsync(db, down, channel, onlyOpen: false, cancellationToken)).OrderByDescending(t => t.DownAt?.Microseconds)];
    }

    public async Task<bool> ConfirmDownAsync(SchoolId school, ReleaseId release, ChannelId channel, UserId? of, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var name = channel.Value;
        if (await db.Releases.FirstOrDefaultAsync(r => r.Id == release && r.Channel == name && r.State == ReleaseState.Recalling, cancellationToken) is not { } row)
        {
            return false;
        }

        var handed = await db.HandOuts.Where(h => h.ReleaseId == release && h.RemovedAt == null && (of == null || h.TakenBy == of)).ToListAsync(cancellationToken);
        var used = await db.UsedAt.Where(u => u.ReleaseId == release && u.RemovedAt == null && (of == null || u.SaidBy == of)).ToListAsync(cancellationToken);
        if (handed.Count + used.Count == 0)
        {
            return false;
        }

        handed.ForEach(h => (h.RemovedAt, h.RemovedBy) = (head.Now, by));
        used.ForEach(u => (u.RemovedAt, u.RemovedBy) = (head.Now, by));
        (row.NotBefore, row.EnqueuedAt) = (default, default);
        head.Audit("taken-down", release.ToString(), $"{name} {used.Count} addresses", by);
        await head.CommitAsync(cancellationToken);
        return true;
    }

    /// <summary>Whether people still have to take a copy of this release down.</summary>
    internal static async Task<bool> IsOutAsync(RecordsContext db, ReleaseId release, CancellationToken cancellationToken) =>
        await db.HandOuts.AnyAsync(h => h.ReleaseId == release && h.RemovedAt == null, cancellationToken)
        || await db.UsedAt.AnyAsync(u => u.ReleaseId == release && u.RemovedAt == null, cancellationToken);

    private static IQueryable<ClearedCopy> Copies(RecordsContext db, IQueryable<QueueRow> queue) =>
        from entry in queue.AsNoTracking()
        join made in db.Renditions.AsNoTracking() on entry.RenditionId equals made.Id
        orderby entry.MediaId
        select new ClearedCopy(entry.MediaId, made.Id, made.Width, made.Height, made.Sha256);

    private static async Task<List<TakeDown>> ReadAsync(RecordsContext db, IQueryable<ReleaseRow> which, ChannelId channel, bool onlyOpen, CancellationToken cancellationToken)
    {
        var rows = await which.AsNoTracking().ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var ids = rows.ConvertAll(r => r.Id);
        var handed = (await db.HandOuts.AsNoTracking().Where(h => ids.Contains(h.ReleaseId)).ToListAsync(cancellationToken)).ToLookup(h => h.ReleaseId);
        var used = (await db.UsedAt.AsNoTracking().Where(u => ids.Contains(u.ReleaseId) && (!onlyOpen || u.RemovedAt == null)).OrderBy(u => u.Id).ToListAsync(cancellationToken)).ToLookup(u => u.ReleaseId);
        var within = await PolicyStore.TakeDownWithinAsync(db, channel.Value, cancellationToken);
        return rows.ConvertAll(r => new TakeDown(
            r.Id,
            r.MediaId,
            r.Name + ".jpg",
            r.RecallingAt!.Value,
            r.RecallingAt!.Value + within,
            handed[r.Id].Select(h => (Instant?)h.LastAt).MaxBy(i => i?.Microseconds),
            [.. used[r.Id].Select(u => new UsedAt(u.Id, u.MediaId, u.Address, u.SaidAt))])
        {
            DownAt = onlyOpen ? null : handed[r.Id].Select(h => h.RemovedAt).Concat(used[r.Id].Select(u => u.RemovedAt)).MaxBy(i => i?.Microseconds),
        });
    }
}
