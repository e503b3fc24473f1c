using MediaGuard.Ingest.Vault;
using MediaGuard.Media;
using MediaGuard.Records.Backups;
using MediaGuard.Records.Items;
using MediaGuard.Records.Scenes;

namespace MediaGuard.Journey.Backups;

/// <summary>
/// Brings restored books up to a keyring that is newer: a picture whose key was destroyed was deleted, one whose original alone has none was shredded. What is sealed or belongs
/// to an open incident is left for somebody to look at.
/// </summary>
internal sealed class DeletionReplay(IVault vault, IKeyedDigest digest, IItemLedger ledger, IBackupBook book, IHeads heads)
{
    /// <returns>How many were deleted again.</returns>
    public async Task<int> RunAsync(SchoolId school, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var media in await book.NeedingAsync(school, cancellationToken))
        {
            var hasOriginal = await vault.HasKeyAsync(VaultObject.Original(school, media), cancellationToken);

            // the first rendition bears its item's id, also where it was made after the backup
            var hasRendition = await vault.HasKeyAsync(VaultObject.Rendition(school, new RenditionId(media.Value)), cancellationToken);
            if (hasOriginal || await ledger.LoadAsync(school, media, cancellationToken) is not { } item)
            {
                continue; // deleting destroys the original's key first
            }

            if (!hasRendition)
            {
                deleted += await DeleteAsync(school, item, cancellationToken) ? 1 : 0;
            }
            else if (item.Rendition is not null && item.Status < MediaStatus.Shredded)
            {
                await book.NoteShreddedAsync(school, media, cancellationToken);
            }
        }

        return deleted;
    }

    private async Task<bool> DeleteAsync(SchoolId school, ItemSnapshot item, CancellationToken cancellationToken)
    {
        if (item.Sha256.IsDefaultOrEmpty)
        {
            return false;
        }

        var mac = await digest.ComputeAsync("tombstone", item.Sha256.AsMemory(), cancellationToken);
        IReadOnlyList<VaultObject>? objects;
        await using (var head = await heads.BeginAsync(school, cancellationToken))
        {
            objects = await head.DeleteAsync(null, item.Media, mac, cancellationToken);
            if (objects is null)
            {
                return false;
            }

            await head.CommitAsync(cancellationToken);
        }

        foreach (var name in objects)
        {
            await vault.DestroyAsync(name, cancellationToken);
        }

        return true;
    }
}
