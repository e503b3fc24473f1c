using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>A picture's time under seal.</summary>
internal sealed class SealRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public MediaId MediaId { get; set; }

    /// <summary>Where it stood and returns to.</summary>
    public MediaStatus Was { get; set; }

    /// <summary>Why, in somebody's words; for the lead only.</summary>
    public string Why { get; set; } = "";
    public Guid IncidentId { get; set; }
    public Instant SealedAt { get; set; }
    public UserId SealedBy { get; set; }
    public Instant? ReleasedAt { get; set; }
    public UserId? ReleasedBy { get; set; }
    public string ReleasedWhy { get; set; } = "";
}
