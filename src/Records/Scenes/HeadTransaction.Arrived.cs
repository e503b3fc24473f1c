using System.Collections.Immutable;
using MediaGuard.Media;
using MediaGuard.Records.Items;
using Microsoft.EntityFrameworkCore;

namespace MediaGuard.Records.Scenes;

public sealed partial class HeadTransaction
{
    /// <summary>The item of this school that already holds these bytes, if any; under the lock, so of two copies arriving at once one is the first.</summary>
    /// <remarks>What was quarantined before it came into custody holds nothing: the same bytes are welcome again.</remarks>
    public async Task<MediaId?> FindSameAsync(MediaId other, ImmutableArray<byte> sha256, CancellationToken cancellationToken)
    {
        byte[] digest = [.. sha256];
        return await db.Media.Where(m => m.Id != other && m.Sha256 == digest && m.Status != MediaStatus.Gone && m.Status != MediaStatus.Noticed
                && (m.Status != MediaStatus.Quarantined || m.VaultedAt != null))
            .OrderBy(m => m.Id).Select(m => (MediaId?)m.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>Whether a photo with this keyed digest was deleted here before.</summary>
    public Task<bool> IsTombstonedAsync(byte[] mac, CancellationToken cancellationToken) => db.Tombstones.AnyAsync(t => t.Mac == mac, cancellationToken);

    /// <summary>Stores that the leased item's bytes are in the vault, under their digest.</summary>
    public async Task SaveArrivedAsync(Lease lease, ImmutableArray<byte> sha256, long length, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        var row = await ItemLedger.LeasedRowAsync(db, lease, cancellationToken);
        row.Status = MediaStatus.Arrived;
        row.Sha256 = [.. sha256];
        row.Length = length;
        ItemLedger.EndLease(row, Now);
    }
}
