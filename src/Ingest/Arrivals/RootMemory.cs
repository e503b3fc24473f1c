using MediaGuard.Media;

namespace MediaGuard.Ingest.Arrivals;

/// <summary>What the last look at one root saw: as many entries as the share has files, and no more.</summary>
internal sealed class RootMemory
{
    public Dictionary<string, Seen> Files { get; set; } = new(StringComparer.Ordinal);

    /// <param name="Since">When this size and time were first seen, as <see cref="TimeProvider.GetTimestamp"/>.</param>
    /// <param name="CanTake">It was opened once since.</param>
    internal readonly record struct Seen(long Length, Instant ModifiedAt, long Since, bool CanTake);
}
