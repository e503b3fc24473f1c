using MediaGuard.Media;
using MediaGuard.Records.Policies;
using MediaGuard.Records.Scenes;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Views;

internal sealed class LookViews(IRecordsFactory factory, IPhotoViews photos, TimeProvider clock) : ILookViews
{
    public async Task<IReadOnlyList<(Guid Batch, MediaId Media)>> WaitingAsync(SchoolId school, UserId me, bool everyClass, CancellationToken cancellationToken)
    {
        await using var db = factory.Open(school);
        var showable = SceneReader.Showable(db).Select(m => m.Id);
        var spoken = SceneReader.SpokenOf(db, me);
        var rows = await (
            from item in db.BatchItems
            join batch in db.Batches on item.BatchId equals batch.Id
            where item.Look == LookState.Waiting && batch.State == BatchState.Waiting && batch.By != me
                && (everyClass || db.Teaches.Any(t => t.UserId == me && t.GroupId == batch.GroupId))
                && showable.Contains(item.MediaId) && !spoken.Contains(item.MediaId)
            orderby batch.At, item.MediaId
            select new { item.BatchId, item.MediaId }).ToListAsync(cancellationToken);
        return [.. rows.Select(r => (r.BatchId, r.MediaId))];
    }

    public async Task<LookQuestion?> QuestionAsync(SchoolId school, UserId me, bool everyClass, Guid batch, MediaId media, CancellationToken cancellationToken)
    {
        if (!(await WaitingAsync(school, me, everyClass, cancellationToken)).Contains((batch, media)))
        {
            return null;
        }

        await using var db = factory.Open(school);
        var row = await db.Batches.AsNoTracking().SingleAsync(b => b.Id == batch, cancellationToken);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(await db.Schools.Select(s => s.TimeZone).SingleAsync(cancellationToken));
        var listed = await db.PeopleSets.Where(s => s.SetId == row.Listed).Select(s => s.PersonId).ToListAsync(cancellationToken);
        var group = await db.Groups.Where(g => g.Id == row.GroupId).Select(g => g.Name).FirstOrDefaultAsync(cancellationToken);
        var channel = (await photos.ChannelsAsync(school, cancellationToken)).FirstOrDefault(c => c.Key.Value == row.Channel).Value;
        return new LookQuestion(
            batch,
            (await photos.PhotosAsync(school, [media], Reader.Teacher, cancellationToken)).Single(),
            group ?? Words.Text("the class"),
            channel ?? row.Channel,
            await PersonViews.ReadAsync(db, listed, Instant.Now(clock).DayIn(zone), cancellationToken));
    }
}
