using System.Collections.Immutable;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>What one look at the share found.</summary>
/// <param name="IsAvailable">False when the root is not there or can't be listed: an unmounted share is not an empty one.</param>
/// <param name="Stable">Files that may be taken now.</param>
/// <param name="StillChanging">Files seen but not yet at rest, or not yet openable.</param>
/// <param name="Passed">Files passed over for good: hidden, temporary, system files, links, pipes.</param>
public sealed record ShareScan(bool IsAvailable, ImmutableArray<ShareFile> Stable, int StillChanging, int Passed)
{
    /// <summary>Of those still changing, files that have not come to rest yet: a look soon may find them ready.</summary>
    public int Young { get; init; }

    /// <summary>Files that came to rest long ago and can't be opened, folders that can't be listed, and names that can't be spelt: nothing of them is ever taken until somebody helps.</summary>
    public int Stuck { get; init; }
}
