using MediaGuard.Media;

namespace MediaGuard.Records.Publications;

/// <summary>A copy that people put somewhere and must take down.</summary>
/// <param name="FileName">The name the copy was downloaded under.</param>
/// <param name="Since">When it was ordered back.</param>
/// <param name="By">When it must be down.</param>
/// <param name="TakenAt">When somebody last fetched a copy; null when the channel delivered it by itself.</param>
public sealed record TakeDown(ReleaseId Release, MediaId Media, string FileName, Instant Since, Instant By, Instant? TakenAt, IReadOnlyList<UsedAt> UsedAt)
{
    /// <summary>When somebody said it is down; null while it is not.</summary>
    public Instant? DownAt { get; init; }

    public bool IsOverdue(Instant now) => DownAt is null && By < now;

    public override string ToString() => Release.ToString();
}
