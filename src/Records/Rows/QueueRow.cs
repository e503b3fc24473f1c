using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A cleared rendition waiting at, or released to, its channel. One per item and channel.</summary>
internal sealed class QueueRow
{
    public SchoolId SchoolId { get; set; }
    public MediaId MediaId { get; set; }
    public string Channel { get; set; } = "";
    public RenditionId RenditionId { get; set; }
    public Instant QueuedAt { get; set; }
    public QueueState State { get; set; }
    public Instant NotBefore { get; set; }
    public Instant EnqueuedAt { get; set; }

    /// <summary>The set of people it rests on (<see cref="PeopleSetRow"/>); empty for nobody, null where that was never noted.</summary>
    public Guid? RestsOn { get; set; }
}
