using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One photo of a batch of which some were drawn for a second look.</summary>
internal sealed class BatchItemRow
{
    public SchoolId SchoolId { get; set; }
    public Guid BatchId { get; set; }
    public MediaId MediaId { get; set; }

    /// <summary>Channels it was cleared for before the batch, joined by commas; the batch does not hold it for those.</summary>
    public string Before { get; set; } = "";

    /// <summary>The set of people the first answer put into it; empty for nobody.</summary>
    public Guid Tapped { get; set; }
    public LookState Look { get; set; }
    public UserId? LookedBy { get; set; }
    public Instant? LookedAt { get; set; }
}
