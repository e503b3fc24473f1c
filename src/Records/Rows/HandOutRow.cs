using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A person or a program was given the copy of a release to put it somewhere by hand. One per release and taker.</summary>
internal sealed class HandOutRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public ReleaseId ReleaseId { get; set; }
    public string Channel { get; set; } = "";

    /// <summary>A user, or a content system's token.</summary>
    public UserId TakenBy { get; set; }
    public Instant FirstAt { get; set; }
    public Instant LastAt { get; set; }

    /// <summary>When somebody said that no copy of theirs is used any more.</summary>
    public Instant? RemovedAt { get; set; }
    public UserId? RemovedBy { get; set; }
}
