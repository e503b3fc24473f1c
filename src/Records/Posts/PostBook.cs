using System.Globalization;
using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Rows;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Posts;

internal sealed class PostBook(IRecordsFactory factory, IHeads heads) : IPostBook
{
    public async Task<bool> TakenAsync(SchoolId school, ReleaseId release, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        if (await db.Releases.FirstOrDefaultAsync(r => r.Id == release && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released), cancellationToken) is not { } row)
        {
            return false;
        }

        if (await db.Posts.FirstOrDefaultAsync(p => p.ReleaseId == release, cancellationToken) is null)
        {
            db.Posts.Add(new PostRow
            {
                SchoolId = school,
                ReleaseId = release,
                MediaId = row.MediaId,
                Channel = row.Channel,
                GroupId = await db.Media.Where(m => m.Id == row.MediaId).Select(m => m.GroupId).FirstOrDefaultAsync(cancellationToken),
                TakenAt = head.Now,
                TakenBy = by,
            });
            head.Audit("taken-to-post", release.ToString(), row.Channel, by);
        }

        await head.CommitAsync(cancellationToken);
        return true;
    }

    public async Task<IReadOnlyDictionary<MediaId, PostView>> OfAsync(SchoolId school, IReadOnlyCollection<MediaId> media, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        return (await ReadAsync(db, db.Posts.Where(p => media.Contains(p.MediaId)), name, cancellationToken))
            .GroupBy(p => p.Media).ToDictionary(g => g.Key, g => g.MaxBy(p => p.TakenAt.Microseconds)!);
    }

    public async Task<int> PostedAsync(SchoolId school, GroupId group, IReadOnlyCollection<ReleaseId> releases, bool posted, UserId by, CancellationToken cancellationToken)
    {
        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        var rows = await db.Posts
            .Where(p => p.GroupId == group && releases.Contains(p.ReleaseId) && p.End == PostEnd.None && (p.PostedAt == null) == posted
                && db.Releases.Any(r => r.Id == p.ReleaseId && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)))
            .ToListAsync(cancellationToken);
        foreach (var row in rows)
        {
            row.PostedAt = posted ? head.Now : null;
            row.PostedBy = posted ? by : null;
            head.Audit(posted ? "posted" : "not-posted", row.ReleaseId.ToString(), row.Channel, by);
        }

        await head.CommitAsync(cancellationToken);
        return rows.Count;
    }

    public async Task<IReadOnlyList<PostView>> ToTakeDownAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ChannelId channel, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var name = channel.Value;
        var views = await ReadAsync(db, Down(db, groups), name, cancellationToken);
        return [.. views.OrderBy(v => v.TakenAt.Microseconds)];
    }

    public async Task<bool> EndAsync(SchoolId school, IReadOnlyCollection<GroupId> groups, ReleaseId release, PostEnd end, UserId by, CancellationToken cancellationToken)
    {
        if (end == PostEnd.None)
        {
            throw new ArgumentOutOfRangeException(nameof(end), end, "Something must have become of it.");
        }

        await using var head = await heads.BeginAsync(school, cancellationToken);
        var db = head.Context;
        if (await Down(db, groups).FirstOrDefaultAsync(p => p.ReleaseId == release, cancellationToken) is not { } row)
        {
            return false;
        }

        row.End = end;
        row.EndedAt = head.Now;
        row.EndedBy = by;
        head.Audit(end == PostEnd.TakenDown ? "taken-down" : "never-posted", release.ToString(), string.Create(CultureInfo.InvariantCulture, $"{row.Channel} {row.MediaId}"), by);
        var order = await db.Releases.SingleAsync(r => r.Id == release, cancellationToken);
        order.NotBefore = default;
        order.EnqueuedAt = default;
        await head.CommitAsync(cancellationToken);
        return true;
    }

    private static IQueryable<PostRow> Down(RecordsContext db, IReadOnlyCollection<GroupId> groups)
    {
        var own = groups.Cast<GroupId?>().ToList();
        return db.Posts.Where(p => own.Contains(p.GroupId) && p.End == PostEnd.None
            && db.Releases.Any(r => r.Id == p.ReleaseId && (r.State == ReleaseState.Recalling || r.State == ReleaseState.Recalled)));
    }

    private static async Task<List<PostView>> ReadAsync(RecordsContext db, IQueryable<PostRow> which, string channel, CancellationToken cancellationToken)
    {
        var rows = await which.AsNoTracking().Where(p => p.Channel == channel).ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return [];
        }

        var releases = rows.Select(r => r.ReleaseId).ToList();
        var ordered = await db.Releases.AsNoTracking().Where(r => releases.Contains(r.Id) && (r.State == ReleaseState.Recalling || r.State == ReleaseState.Recalled))
            .ToDictionaryAsync(r => r.Id, r => r.RecallingAt, cancellationToken);
        var within = ordered.Count > 0 ? await PolicyStore.TakeDownWithinAsync(db, channel, cancellationToken) : default;
        var users = rows.Where(r => r.PostedBy != null).Select(r => r.PostedBy!.Value.Value).Distinct().ToList();
        var names = await db.Users.AsNoTracking().Where(u => users.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.DisplayName, cancellationToken);
        return
        [
            .. rows.Select(r => new PostView(
                r.ReleaseId,
                r.MediaId,
                r.GroupId,
                r.TakenAt,
                r.PostedAt,
                r.PostedBy is { } by ? names.GetValueOrDefault(by.Value, Words.Text("somebody who has left")) : null,
                r.End,
                !ordered.ContainsKey(r.ReleaseId),
                r.End == PostEnd.None && ordered.TryGetValue(r.ReleaseId, out var at) ? (at ?? r.TakenAt) + within : null)),
        ];
    }
}
