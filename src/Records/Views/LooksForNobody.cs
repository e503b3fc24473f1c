using MediaGuard.Media;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

/// <summary>Drawn photos that wait for a second look which no account of the school may give: whoever could gave the first answer or has said something about the photo.</summary>
internal static class LooksForNobody
{
    public static async Task<IReadOnlyList<MediaId>> ReadAsync(RecordsContext db, Instant now, CancellationToken cancellationToken)
    {
        var drawn = await (
            from item in db.BatchItems
            join batch in db.Batches on item.BatchId equals batch.Id
            where item.Look == LookState.Waiting && batch.State == BatchState.Waiting
            select new { item.MediaId, batch.By, batch.GroupId }).ToListAsync(cancellationToken);
        if (drawn.Count == 0)
        {
            return [];
        }

        var ids = drawn.ConvertAll(d => d.MediaId);
        var shown = (await SceneReader.Showable(db).Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(cancellationToken)).ToHashSet();
        var spoken = (await SceneReader.Spoken(db).Where(a => ids.Contains(a.MediaId!.Value)).Select(a => new { a.MediaId, a.By }).Distinct().ToListAsync(cancellationToken))
            .ToLookup(a => a.MediaId!.Value, a => a.By);
        var office = await HavingAsync(db, SchoolRole.Office, now, cancellationToken);
        var teachers = await HavingAsync(db, SchoolRole.Teacher, now, cancellationToken);
        var teaches = (await db.Teaches.AsNoTracking().ToListAsync(cancellationToken)).Where(t => teachers.Contains(t.UserId)).ToLookup(t => t.GroupId, t => t.UserId);
        return [.. drawn.Where(d => shown.Contains(d.MediaId) && !office.Concat(teaches[d.GroupId]).Except(spoken[d.MediaId]).Any(user => user != d.By)).Select(d => d.MediaId).Distinct()];
    }

    private static async Task<List<UserId>> HavingAsync(RecordsContext db, string role, Instant now, CancellationToken cancellationToken)
    {
        var users = await RoleHolders.Of(db, role).ToListAsync(cancellationToken);
        return [.. users.Where(u => !u.IsDisabled && !(u.EndsAt <= now)).Select(u => new UserId(u.Id))];
    }
}
