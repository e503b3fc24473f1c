using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Rows;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>
    /// Ends an item for good: it leaves every queue, every copy outside is ordered back, what is known of the picture goes, and a tombstone stays. Whoever calls
    /// destroys the objects returned once this is committed; the sweep does so where that was cut short.
    /// </summary>
    /// <param name="by">Null where a restore deletes again what was deleted.</param>
    /// <param name="mac">The keyed digest of the original's bytes.</param>
    /// <returns>Null when nothing was deleted: the item is not taken in yet, sealed, needed by an open incident, gone already, or not there.</returns>
    public async Task<IReadOnlyList<VaultObject>?> DeleteAsync(UserId? by, MediaId media, byte[] mac, CancellationToken cancellationToken)
    {
        var sha256 = await db.Media.Where(m => m.Id == media).Select(m => m.Sha256).FirstOrDefaultAsync(cancellationToken);
        if (sha256 is null || await EndAsync(media, cancellationToken) == 0)
        {
            return null;
        }

        var renditions = await db.Renditions.Where(r => r.MediaId == media).Select(r => r.Id.Value).ToListAsync(cancellationToken);
        await ForgetPictureAsync(media, sha256, cancellationToken);
        await ForgetWhereItLayAsync(sha256, cancellationToken);
        var outside = await TakeBackAllAsync(media, cancellationToken);
        if (!await IsTombstonedAsync(mac, cancellationToken))
        {
            db.Tombstones.Add(new TombstoneRow { SchoolId = School, Mac = mac, At = Now, Reason = ReasonCode.Deleted });
        }

        db.Receipts.Add(new ReceiptRow { SchoolId = School, Id = Guid.CreateVersion7(), MediaId = media, Kind = "deleted", Detail = "keys destroyed", At = Now });
        Audit("deleted", media.ToString(), $"{outside} copies ordered back", by);
        return [VaultObject.Original(School, media), .. renditions.Append(media.Value).Distinct().Select(id => VaultObject.Rendition(School, new RenditionId(id)))];
    }

    /// <remarks>In the database and with a new fencing number: a step at work on the item meanwhile can save nothing any more.</remarks>
    private Task<int> EndAsync(MediaId media, CancellationToken cancellationToken) =>
        db.Media.Where(m => m.Id == media && m.Sha256 != null && m.Status != MediaStatus.Noticed && m.Status != MediaStatus.Sealed && m.Status != MediaStatus.Gone
                && !db.Incidents.Any(i => i.MediaId == media && i.ClosedAt == null))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Status, MediaStatus.Gone).SetProperty(m => m.Reason, ReasonCode.Deleted).SetProperty(m => m.Fence, m => m.Fence + 1)
                    .SetProperty(m => m.RenditionId, (RenditionId?)null).SetProperty(m => m.CameraMake, (string?)null).SetProperty(m => m.CameraModel, (string?)null)
                    .SetProperty(m => m.CameraSerial, (string?)null).SetProperty(m => m.CapturedLocal, (DateTime?)null).SetProperty(m => m.DecideAgain, (Instant?)null)
                    .SetProperty(m => m.Likeness, (PerceptualHash?)null)
                    .SetProperty(m => m.LeaseOwner, (string?)null).SetProperty(m => m.LeaseUntil, default(Instant)).SetProperty(m => m.Attempt, 0)
                    .SetProperty(m => m.Waiting, ReasonCode.None).SetProperty(m => m.NotBefore, default(Instant)).SetProperty(m => m.EnqueuedAt, default(Instant))
                    .SetProperty(m => m.MovedAt, Now),
                cancellationToken);

    private async Task ForgetPictureAsync(MediaId media, byte[] sha256, CancellationToken cancellationToken)
    {
        await db.Renditions.Where(r => r.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.Faces.Where(f => f.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.Captions.Where(c => c.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.FoundNames.Where(n => n.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.FoundRegions.Where(r => r.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.NameHints.Where(h => h.MediaId == media).ExecuteDeleteAsync(cancellationToken);
        await db.Attestations.Where(a => a.MediaId == media || (a.MediaId == null && a.ContentSha256 == sha256)).ExecuteDeleteAsync(cancellationToken);
        await db.BatchItems.Where(i => i.MediaId == media).ExecuteUpdateAsync(set => set.SetProperty(i => i.Tapped, Guid.Empty), cancellationToken); // that it was drawn stays, so that another takes its place
        await db.Receipts.Where(r => r.MediaId == media && r.Kind == "vaulted").ExecuteDeleteAsync(cancellationToken);
    }

    /// <remarks>Its own path and plain digest, and those of its duplicates, stay only while a device's copy is still to be removed by them.</remarks>
    private Task<int> ForgetWhereItLayAsync(byte[] sha256, CancellationToken cancellationToken) =>
        db.Media.Where(m => m.Sha256 == sha256 && m.Status == MediaStatus.Gone && m.SourceState != SourceState.Present)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.SourcePath, "").SetProperty(m => m.Sha256, (byte[]?)null), cancellationToken);
}
