using MediaGuard.Consent.Decisions;
using MediaGuard.Media;

namespace MediaGuard.Publisher.Clearances;

/// <summary>One decision about one release, under the head lock. No bytes move inside it.</summary>
public interface IReleaseTransaction : IAsyncDisposable
{
    /// <summary>The ground as it stands now; null when the item is gone, sealed, quarantined or has no rendition.</summary>
    Task<ReleaseGround?> LoadAsync(MediaId media, ChannelId channel, CancellationToken cancellationToken);

    /// <summary>Writes the release as Leaving with the versions that decided it, or confirms the standing one, writes the audit entry, and commits.</summary>
    Task CommitLeavingAsync(ReleaseRequest request, ReleaseId release, string releaseName, RenditionId rendition, Decision decision, CancellationToken cancellationToken);

    /// <summary>The decision no longer clears: stores the new verdicts, pulls the queue entry, puts a standing release on recall, and commits.</summary>
    Task CommitWithheldAsync(ReleaseRequest request, Decision decision, CancellationToken cancellationToken);
}
