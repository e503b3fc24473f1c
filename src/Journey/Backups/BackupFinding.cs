using MediaGuard.Media;

namespace MediaGuard.Journey.Backups;

/// <summary>How one backup was found.</summary>
/// <param name="Moment">When it was taken; null when its list of files can't be read.</param>
/// <param name="Wrong">What is wrong, in words; empty when it is whole.</param>
/// <param name="IsExpired">Older than backups of its kind are kept.</param>
public sealed record BackupFinding(ArchiveKind Kind, string Stamp, Instant? Moment, int Files, string Wrong, bool IsExpired)
{
    public bool IsWhole => Wrong.Length == 0;

    /// <summary>Had expired and was removed.</summary>
    public bool IsRemoved { get; init; }
}
