using MediaGuard.Media;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>
    /// Puts a photo that has been looked at into another class. Nobody has said yet that nobody from outside that class is in it, and copies in the old class's place are called back.
    /// </summary>
    /// <returns>False when there is no such class, or the photo is in it, or can't be moved.</returns>
    public async Task<bool> MoveAsync(UserId by, MediaId media, GroupId group, CancellationToken cancellationToken)
    {
        if (!await db.Groups.AnyAsync(g => g.Id == group, cancellationToken))
        {
            return false;
        }

        var moved = await db.Media.Where(m => m.Id == media && m.Status >= MediaStatus.Seen && m.Status <= MediaStatus.Shredded && (m.GroupId == null || m.GroupId != group))
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.GroupId, group), cancellationToken);
        if (moved == 0)
        {
            return false;
        }

        await RetractAsync(by, media, AttestationKind.NobodyFromOutside, null, null, null, cancellationToken);
        Recall(await db.Releases.Where(r => r.MediaId == media && (r.State == ReleaseState.Leaving || r.State == ReleaseState.Released)).ToListAsync(cancellationToken));
        await RaiseSceneVersionAsync(db.Media.Where(m => m.Id == media), cancellationToken);
        Audit("moved", media.ToString(), group.ToString(), by);
        return true;
    }
}
