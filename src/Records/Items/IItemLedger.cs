using System.Collections.Immutable;
using MediaGuard.Ingest.Arrivals;
using MediaGuard.Ingest.Cleaning;
using MediaGuard.Ingest.Formats;
using MediaGuard.Ingest.Names;
using MediaGuard.Media;

namespace MediaGuard.Records.Items;

/// <summary>The books of items: who may work on which, and how far each has come. Every save throws <see cref="LeaseLostException"/> when the lease is gone.</summary>
public interface IItemLedger
{
    /// <summary>Makes an item of a file in the share unless one already claims it. A claimed path with other size or time gets a new item.</summary>
    /// <returns>The new item, or null when the file is known, or lies in the own folder of a device that is lost.</returns>
    Task<MediaId?> NoticeAsync(SchoolInfo school, ShareFile file, CancellationToken cancellationToken);

    Task<ItemSnapshot?> LoadAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    /// <summary>Commits a lease and counts the attempt; null when the item is leased, not due, or not there.</summary>
    /// <param name="excused">Attempts that ended for want of disk, share or database and are not the photo's fault.</param>
    Task<Lease?> TryLeaseAsync(SchoolId school, MediaId media, string owner, TimeSpan span, int excused, CancellationToken cancellationToken);

    /// <summary>Extends a lease; false when it is lost.</summary>
    Task<bool> RenewAsync(Lease lease, TimeSpan span, CancellationToken cancellationToken);

    /// <summary>Gives the lease back with nothing done and the attempt not counted.</summary>
    Task ReturnAsync(Lease lease, Instant notBefore, ReasonCode waiting, CancellationToken cancellationToken);

    /// <summary>Gives the lease back after a failure; the attempt stays counted.</summary>
    Task FailAsync(Lease lease, Instant notBefore, CancellationToken cancellationToken);

    Task SaveVaultedAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>As the other, for a file that names nobody on the register.</summary>
    Task SaveUnderstoodAsync(Lease lease, Understanding understanding, CancellationToken cancellationToken) => SaveUnderstoodAsync(lease, understanding, [], cancellationToken);

    /// <summary>
    /// Notes what the file says of itself and whom it names, in place of what was noted before. A camera the inventory does not know makes an incident, one a model and day, in the same transaction.
    /// </summary>
    Task SaveUnderstoodAsync(Lease lease, Understanding understanding, ImmutableArray<NameHint> hints, CancellationToken cancellationToken);

    Task SaveCleanedAsync(Lease lease, RenditionId rendition, CleanedPicture picture, ImmutableArray<byte> sha256, CancellationToken cancellationToken);

    /// <summary>Notes what became of the device's copy and frees the path. The status moves only for an item that was Decided.</summary>
    Task SaveDepartedAsync(Lease lease, SourceState outcome, CancellationToken cancellationToken);

    /// <summary>From when on the original may be shredded: at once when no channel holds the photo, otherwise when its days are over; not while an open incident is about it.</summary>
    Task<Instant> ShredDueAsync(SchoolId school, MediaId media, CancellationToken cancellationToken);

    Task SaveShreddedAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>As the other, for every reason but a leftover.</summary>
    Task QuarantineAsync(Lease lease, ReasonCode reason, CancellationToken cancellationToken) => QuarantineAsync(lease, reason, LeftoverKind.None, cancellationToken);

    /// <param name="leftover">What was left in the cleaned copy, where that is the reason.</param>
    Task QuarantineAsync(Lease lease, ReasonCode reason, LeftoverKind leftover, CancellationToken cancellationToken);

    /// <summary>No bytes of this item are kept: a duplicate, deleted before, or vanished before it was taken.</summary>
    Task SaveGoneAsync(Lease lease, ReasonCode reason, MediaId? duplicateOf, ImmutableArray<byte> sha256, CancellationToken cancellationToken);

    /// <summary>Sends a photo whose detector could not look back to be looked at again.</summary>
    Task<int> LookAgainAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Items that are due and nobody works on, oldest first; marks them as handed out so that a long queue is not handed out twice.</summary>
    Task<IReadOnlyList<MediaId>> TakeDueAsync(SchoolId school, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken);

    /// <summary>How many items are on their way, and how many have not moved for longer than <paramref name="limit"/>: not taken up, put off again and again, or stuck in a step. What waits for a day set for it does not count.</summary>
    Task<Traffic> TrafficAsync(SchoolId school, TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>Of these vault objects, the ones no row needs any more. None while books that were put back are not confirmed, and none that <see cref="FindStrandedAsync"/> names.</summary>
    Task<IReadOnlyList<Ingest.Vault.VaultObject>> FindOrphansAsync(SchoolId school, IReadOnlyCollection<Ingest.Vault.VaultObject> objects, CancellationToken cancellationToken);

    /// <summary>
    /// Of these vault objects, the pictures that were taken in after the moment the books were put back to and before that was noticed, and that no row needs. Nothing else may
    /// hold those photos any more.
    /// </summary>
    Task<IReadOnlyList<Ingest.Vault.VaultObject>> FindStrandedAsync(SchoolId school, IReadOnlyCollection<Ingest.Vault.VaultObject> objects, CancellationToken cancellationToken);
}
