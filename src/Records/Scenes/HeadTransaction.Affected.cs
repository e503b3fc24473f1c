using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>
    /// The items a change about people may take something from: cleared, queued or outside, and of a group one of them ever belonged to, added to by hand, or naming one of them.
    /// A superset; the scene says whether the person is possible.
    /// </summary>
    public async Task<IReadOnlyList<MediaId>> StandingPhotosOfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var near = await NearAsync(people, cancellationToken);
        return await near.Where(m => db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Verdict == Verdict.Cleared)
                || db.Queue.Any(q => q.MediaId == m.Id)
                || db.Releases.Any(r => r.MediaId == m.Id && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)))
            .OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    /// <summary>The items a yes may free: decided, not cleared, and never yet outside, for giving again re-publishes nothing by itself. A superset too.</summary>
    public async Task<IReadOnlyList<MediaId>> WaitingPhotosOfAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var near = await NearAsync(people, cancellationToken);
        return await near.Where(m => db.Verdicts.Any(v => v.MediaId == m.Id && v.IsCurrent && v.Verdict != Verdict.Cleared) && !db.Releases.Any(r => r.MediaId == m.Id))
            .OrderBy(m => m.Id).Select(m => m.Id).ToListAsync(cancellationToken);
    }

    private async Task<IQueryable<Rows.MediaRow>> NearAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(p => (PersonId?)p).ToList();
        var groups = await db.Memberships.Where(m => people.Contains(m.PersonId)).Select(m => (GroupId?)m.GroupId).Distinct().ToListAsync(cancellationToken);
        return db.Media.AsNoTracking().Where(m => m.Status >= MediaStatus.Seen && m.Status <= MediaStatus.Shredded
            && (groups.Contains(m.GroupId)
                || db.Attestations.Any(a => a.RetractedAt == null && (a.MediaId == m.Id || (a.MediaId == null && a.ContentSha256 == m.Sha256))
                    && (ids.Contains(a.PersonId) || (a.Kind == AttestationKind.PoolAddsGroup && groups.Contains(a.GroupId))))
                || db.NameHints.Any(h => h.MediaId == m.Id && people.Contains(h.PersonId))));
    }
}
