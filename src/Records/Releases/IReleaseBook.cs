using MediaGuard.Media;

namespace MediaGuard.Records.Releases;

/// <summary>What follows the gate: delivered, put off, taken back.</summary>
public interface IReleaseBook
{
    /// <summary>Queue entries of channels that deliver by themselves, due now; marked as handed out.</summary>
    Task<IReadOnlyList<DueRelease>> TakeDueAsync(SchoolId school, IReadOnlyCollection<ChannelId> channels, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken);

    /// <summary>Copies to be taken back, due now; marked as handed out.</summary>
    Task<IReadOnlyList<RecallTask>> TakeRecallsAsync(SchoolId school, int atMost, TimeSpan notAgainFor, CancellationToken cancellationToken);

    /// <summary>
    /// The channel has the copy. True: the release stands as Released. False: it was recalled meanwhile, and the recall now takes the copy back.
    /// </summary>
    Task<bool> SaveReleasedAsync(SchoolId school, ReleaseId release, string proof, CancellationToken cancellationToken);

    /// <summary>The rendition that waits to leave for the channel; null when none does.</summary>
    Task<RenditionId?> WaitingAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Copies that cannot be made or handed over: queued for at least <paramref name="limit"/> and put off since, and redacted renditions that could not be made.</summary>
    Task<StuckCopies> StuckAsync(SchoolId school, TimeSpan limit, CancellationToken cancellationToken);

    /// <summary>The channel failed; the queue entry is due again then.</summary>
    Task PutOffAsync(SchoolId school, MediaId media, ChannelId channel, Instant notBefore, CancellationToken cancellationToken);

    /// <summary>
    /// The channel was seen without the copy. Closes the recall unless a delivery that began before it may still be under way, or somebody took the copy by hand and has not said yet
    /// that it is down: then it is looked at again.
    /// </summary>
    Task<bool> SaveRecalledAsync(SchoolId school, ReleaseId release, string proof, TimeSpan longestDelivery, CancellationToken cancellationToken);

    /// <summary>The channel could not be asked; the recall stays open and is due again then.</summary>
    Task PutOffRecallAsync(SchoolId school, ReleaseId release, Instant notBefore, CancellationToken cancellationToken);

    /// <summary>How a school's channel delivers, and to which subfolder a photo of this item's class goes.</summary>
    Task<Delivery?> DeliveryAsync(SchoolId school, MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Channels of the school's current policy that deliver by themselves.</summary>
    Task<IReadOnlyList<ChannelId>> DeliveringChannelsAsync(SchoolId school, CancellationToken cancellationToken);

    /// <summary>Of these releases, the ones that still stand: Leaving or Released.</summary>
    Task<IReadOnlySet<ReleaseId>> StandingAsync(SchoolId school, IReadOnlyCollection<ReleaseId> releases, CancellationToken cancellationToken);
}
