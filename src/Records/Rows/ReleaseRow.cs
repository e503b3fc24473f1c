using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>One copy handed to one channel, from Leaving to its proven end.</summary>
internal sealed class ReleaseRow
{
    public SchoolId SchoolId { get; set; }
    public ReleaseId Id { get; set; }
    public MediaId MediaId { get; set; }
    public RenditionId RenditionId { get; set; }
    public string Channel { get; set; } = "";
    public ReleaseState State { get; set; }

    /// <summary>128 random bits, lower-case hex: the copy's name outside.</summary>
    public string Name { get; set; } = "";
    public UserId? By { get; set; }
    public long SceneVersion { get; set; }
    public long RegisterVersion { get; set; }

    /// <summary>The policy it was last cleared under.</summary>
    public long PolicyVersion { get; set; }
    public Instant LeavingAt { get; set; }
    public Instant? ReleasedAt { get; set; }
    public Instant? RecallingAt { get; set; }

    /// <summary>It was ordered back because its channel's period was over.</summary>
    public bool IsPeriodOver { get; set; }
    public Instant? RecalledAt { get; set; }
    public string Proof { get; set; } = "";
    public int Attempts { get; set; }
    public Instant NotBefore { get; set; }
    public Instant EnqueuedAt { get; set; }

    /// <summary>The set of people it rests on (<see cref="PeopleSetRow"/>); empty for nobody, null where that was never noted.</summary>
    public Guid? RestsOn { get; set; }
}
