using MediaGuard.Media;

namespace MediaGuard.Records.Rows;

/// <summary>Photos that one person attested together for one channel.</summary>
internal sealed class BatchRow
{
    public SchoolId SchoolId { get; set; }
    public Guid Id { get; set; }
    public GroupId GroupId { get; set; }
    public string Channel { get; set; } = "";
    public UserId By { get; set; }
    public Instant At { get; set; }

    /// <summary>The set of people who were asked about (<see cref="PeopleSetRow"/>); empty for nobody.</summary>
    public Guid Listed { get; set; }

    /// <summary>Photos this person's batches cleared that have counted towards no look yet.</summary>
    public int Carried { get; set; }
    public BatchState State { get; set; }
    public Instant? EndedAt { get; set; }
}
